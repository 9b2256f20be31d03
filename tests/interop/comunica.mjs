// comunica.mjs SOURCE… < QUERY: what Comunica makes of a query over endpoints and documents; a line of JSON per row.
import { readFileSync } from "node:fs";
import { QueryEngine } from "@comunica/query-sparql";

const engine = new QueryEngine();
const result = await engine.query(readFileSync(0, "utf8"), { sources: process.argv.slice(2) });
const write = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
if (result.resultType === "bindings") {
  for await (const row of await result.execute()) {
    write(Object.fromEntries([...row].map(([variable, term]) => [variable.value, term.value])));
  }
} else if (result.resultType === "quads") {
  for await (const quad of await result.execute()) write([quad.subject.value, quad.predicate.value, quad.object.value]);
} else {
  write(await result.execute());
}
