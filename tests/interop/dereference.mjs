// dereference.mjs URL TYPE…: for each media type the triples that rdf-dereference gets from a URL, sorted,
// as a JSON list of texts in the order of the types.
import { rdfDereferencer } from "rdf-dereference";

const term = (one) =>
  one.termType !== "Literal"
    ? `${one.termType} ${one.value}`
    : `${JSON.stringify(one.value)} ${one.language || one.datatype.value}`;
const [url, ...types] = process.argv.slice(2);
const found = [];
for (const type of types) {
  const { data } = await rdfDereferencer.dereference(url, { headers: { Accept: type } });
  const lines = new Set();
  for await (const quad of data) lines.add(`${term(quad.subject)} ${term(quad.predicate)} ${term(quad.object)}`);
  found.push([...lines].sort());
}
process.stdout.write(JSON.stringify(found));
