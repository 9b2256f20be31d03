// quads.mjs FILE: the canonical N-Quads (RDFC-1.0) that jsonld.js reads from a JSON-LD file, without a network.
import { readFile } from "node:fs/promises";
import jsonld from "jsonld";

const documentLoader = (url) => {
  throw new Error(`the file needs ${url}`);
};
const document = JSON.parse(await readFile(process.argv[2], "utf8"));
const dataset = await jsonld.toRDF(document, { documentLoader, format: "application/n-quads" });
process.stdout.write(
  await jsonld.canonize(dataset, { algorithm: "RDFC-1.0", inputFormat: "application/n-quads", format: "application/n-quads" }),
);
