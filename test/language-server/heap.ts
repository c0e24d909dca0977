import { PassThrough } from "node:stream";
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { serve } from "../../packages/language-server/src/server.ts";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { createRandom } from "../conformance/random.ts";
import { usedMemory } from "../work/used-memory.ts";
import { placeRequests, randomPlace, wholeRequests } from "./all-requests.ts";
import { randomChange } from "./random-edits.ts";

/** Bytes of the heap in use after a tenth of the edits, and after all of them. */
export interface HeapFigures {
  readonly early: number;
  readonly late: number;
}

/** A session in this process, so that its heap can be looked at. Each edit is followed by requests that are answered. */
export async function measureHeap(edits: number, seed: number): Promise<HeapFigures> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down)));
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.listen();
  await client.sendRequest("initialize", {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await client.sendNotification("initialized", {});
  const uri = "file:///heap/smtpd.conf";
  const random = createRandom(seed);
  const first = makeVariedConfiguration(100, seed);
  let document = TextDocument.create(uri, "smtpd-conf", 1, first);
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "smtpd-conf", version: 1, text: first },
  });
  let early = 0;
  for (let edit = 1; edit <= edits; edit++) {
    // The text stays about as long as it was, or the heap would tell of that.
    const grown = Math.abs(document.getText().length - first.length) > 2000;
    const contentChanges = [grown ? { text: first } : randomChange(random, document)];
    document = TextDocument.update(document, contentChanges, edit + 1);
    await client.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: edit + 1 },
      contentChanges,
    });
    const text = document.getText();
    const requests = [...wholeRequests(text), ...placeRequests(randomPlace(random, text))];
    const [method, parameters] = requests[edit % requests.length] ?? ["", {}];
    await client.sendRequest(method, { textDocument: { uri }, ...parameters }).catch(() => null);
    if (edit === edits / 10) early = await heapAtRest(client, uri, first, edits + edit);
  }
  const late = await heapAtRest(client, uri, first, 3 * edits);
  client.dispose();
  return { early, late };
}

/** The heap with the same text each time. */
async function heapAtRest(
  client: ReturnType<typeof createProtocolConnection>,
  uri: string,
  text: string,
  version: number,
): Promise<number> {
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  });
  await client.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  let used = 0;
  for (let round = 0; round < 3; round++) {
    await new Promise((tell) => setTimeout(tell, 20));
    used = usedMemory();
  }
  return used;
}

/** Prints the figures of a session. */
export async function runHeap(edits: number, seed: number): Promise<void> {
  const { early, late } = await measureHeap(edits, seed);
  const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  console.log(
    `heap after ${edits / 10} edits ${mb(early)}, after ${edits}: ${mb(late)} (${((late / early - 1) * 100).toFixed(1)} %)`,
  );
}
