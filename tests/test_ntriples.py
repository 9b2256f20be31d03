"""Statements in N-Triples text, and those that many articles share."""

from converters.ntriples import Shared, statements

SHARED = Shared(
    '<e:1> <p:actor> <e:2> .\n<e:1> <p:label> "one" .\n<e:2> <p:link> <e:2#link> .\n<e:2#link> <p:state> <s:none> .\n'
)


def test_terms_may_hold_what_separates_them() -> None:
    text = '# <a:comment> <p:p> "x" .\n\n<s:1> <p:p> "a . b \\" ." .\n_:b1 <p:q> _:b2 .\n<s:1> <p:r> "1"^^<d:d> .'
    assert statements(text) == [
        ("<s:1>", "<p:p>", '"a . b \\" ."'),
        ("_:b1", "<p:q>", "_:b2"),
        ("<s:1>", "<p:r>", '"1"^^<d:d>'),
    ]


def test_a_sketch_tells_what_is_asked_of_what_is_known() -> None:
    assert SHARED.sketch({"<e:1>", "<e:9>"}, {"<p:label>"}) == '<e:1> <p:label> "one" .\n'


def test_around_a_node_stands_all_that_it_leads_to_but_not_the_node() -> None:
    around = SHARED.around({"<e:1>"}, {"<e:2>", "<e:1>"})
    assert around == "<e:2> <p:link> <e:2#link> .\n<e:2#link> <p:state> <s:none> .\n"
