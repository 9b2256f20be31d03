"""What pages may load and run (Content Security Policy Level 3): what is ours, and in files."""

CONTENT = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

EVERYWHERE = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "ETag, Link, Location, Retry-After, X-Release",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "content-security-policy": CONTENT,
}
"""Fields of every answer: anyone may read (Fetch, CORS), and no page runs or loads what is not ours."""

ENCODED = [(name.encode(), value.encode()) for name, value in EVERYWHERE.items()]
"""The same, as ASGI has them."""
