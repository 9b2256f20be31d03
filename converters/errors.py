"""What can go wrong: one root, few children. Messages name the file, the place and the rule."""


class EventwireError(Exception):
    """Root of all errors that eventwire raises on purpose."""


class BadInput(EventwireError):
    """One article cannot be read; the run goes on with the others."""


class MissingResource(EventwireError):
    """Something that eventwire needs is not installed."""


class BadData(EventwireError):
    """A data file of eventwire (lexicon, gazetteer, ontology) breaks its own format."""


class CannotPublish(EventwireError):
    """The output folder, or the server that a release goes to, does not take it."""
