"""What pages may load and run (Content Security Policy Level 3): what is ours, and in files."""

CONTENT = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"
