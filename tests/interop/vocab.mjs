// vocab.mjs ROOT BASE: walks the ActivityStreams collection of the server at ROOT, whose IRIs are below BASE, with
// @fedify/vocab, whose types are strict and which trusts nothing from another origin; a line per activity.
import { Activity, Object as Thing, OrderedCollection } from "@fedify/vocab";
import { getDocumentLoader } from "@fedify/vocab-runtime";

const [root, base] = process.argv.slice(2);
const bundled = getDocumentLoader();
const contextLoader = (url) => bundled(url);
const documentLoader = async (url) => {
  const response = await fetch(url.replace(base, root), { headers: { Accept: "application/activity+json" } });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return { contextUrl: null, documentUrl: url, document: await response.json() };
};
const options = { documentLoader, contextLoader };
const { document } = await documentLoader(`${root}feeds/activities`);
const collection = await OrderedCollection.fromJsonLd(document, options);
const write = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);
write({ total: collection.totalItems });
for (let page = await collection.getFirst(options); page != null; page = await page.getNext(options)) {
  for await (const activity of page.getItems(options)) {
    if (!(activity instanceof Activity)) throw new Error(`no activity: ${activity}`);
    const thing = await activity.getObject(options);
    if (!(thing instanceof Thing)) throw new Error(`no object: ${thing}`);
    write({ type: activity.constructor.name, id: activity.id.href, kind: thing.constructor.name.split("$")[0], object: thing.id.href });
  }
}
