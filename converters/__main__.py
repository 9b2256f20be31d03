"""`python -m converters` is the command `eventwire`."""

from converters.cli import main

main()
