// remote.mjs URL: the canonical N-Quads that jsonld.js reads from a URL, which it asks for JSON-LD itself.
import jsonld from "jsonld";

const loader = jsonld.documentLoaders.node({ secure: false });
const dataset = await jsonld.toRDF(process.argv[2], { documentLoader: loader, format: "application/n-quads" });
process.stdout.write(
  await jsonld.canonize(dataset, { algorithm: "RDFC-1.0", inputFormat: "application/n-quads", format: "application/n-quads" }),
);
