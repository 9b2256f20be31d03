"""What things are called on pages, and where on this server they are found."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from converters.namespaces import DCTERMS, OA, RDFS
from converters.publishing.jsonld import unescaped
from converters.serving.store import ONTOLOGY
from converters.serving.vocabulary import ALL

_NAMES = (RDFS.label, DCTERMS.identifier, OA.exact)
_SELECTOR = NamedNode(OA.hasSelector)
_PREFIXES = {namespace: prefix for prefix, namespace in ALL.items()}


@dataclass(frozen=True, slots=True)
class Names:
    """Names and links for one page; `root` leads from it to the root of the server ("../" for each folder)."""

    store: Store
    base: str
    root: str

    def href(self, iri: str) -> str:
        """Where a browser finds `iri`: here if it is ours, else where it says."""
        path, mark, fragment = iri.partition("#")
        if path == ONTOLOGY:
            return f"{self.root}ontology.html{mark}{fragment}"
        if path.startswith(self.base):
            return f"{self.root}{path.removeprefix(self.base)}{mark}{fragment}"
        return iri if iri.startswith(("http://", "https://")) else ""

    def is_ours(self, iri: str) -> bool:
        return iri.startswith((self.base, ONTOLOGY))

    def name(self, iri: str) -> str:
        """A label, or the short form of the IRI."""
        return self.label(iri) or self.short(iri)

    def label(self, iri: str) -> str | None:
        """A label in any of the properties that hold one; of a passage the words."""
        node = NamedNode(iri)
        for predicate in _NAMES:
            for quad in self.store.quads_for_pattern(node, NamedNode(predicate), None):
                if isinstance(quad.object, Literal):
                    return quad.object.value
        for quad in self.store.quads_for_pattern(node, _SELECTOR, None):
            if isinstance(quad.object, NamedNode):
                return self.label(quad.object.value)
        return None

    def short(self, iri: str) -> str:
        """`prefix:local` with a known prefix, the path below the base, or the whole IRI."""
        if iri.startswith(self.base):
            return iri.removeprefix(self.base)
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = _PREFIXES.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix else iri

    def text(self, literal: str) -> str:
        """What a literal term says, without its quotes and datatype."""
        return unescaped(literal[1 : literal.rindex('"')])
