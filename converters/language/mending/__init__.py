"""Mends what the parser of English news gets wrong again and again, where grammar alone decides."""
