"""eventwire: articles in, validated and queryable linked data out. `converters.pipeline.convert` is the way in."""

__version__ = "0.1.0"
