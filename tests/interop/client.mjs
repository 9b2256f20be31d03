// client.mjs ENDPOINT: asks by each operation and verb of sparql-http-client; prints what came as JSON.
import SparqlClient from "sparql-http-client";
import ParsingClient from "sparql-http-client/ParsingClient.js";

const claims = "SELECT ?claim WHERE { ?claim a <https://w3id.org/eventwire/ontology#Claim> }";
const graph = "CONSTRUCT { ?s a ?o } WHERE { ?s a ?o . ?s a <https://w3id.org/eventwire/ontology#Claim> }";
const found = {};
for (const operation of ["get", "postUrlencoded", "postDirect"]) {
  const client = new ParsingClient({ endpointUrl: process.argv[2] });
  const rows = await client.query.select(claims, { operation });
  const quads = await client.query.construct(graph, { operation });
  found[operation] = { rows: rows.length, quads: quads.size, ask: await client.query.ask("ASK {}", { operation }) };
}
let streamed = 0;
const client = new SparqlClient({ endpointUrl: process.argv[2] });
for await (const row of client.query.select(claims)) streamed += row.claim.termType === "NamedNode" ? 1 : 0;
process.stdout.write(JSON.stringify({ ...found, streamed }));
