import type { ClientCapabilities } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { makeVariedConfiguration } from "../bench/make-varied-configuration.ts";
import { generateConfiguration } from "../conformance/generate.ts";
import { chance, createRandom, integer, pick, type Random, seedOf } from "../conformance/random.ts";
import { placeRequests, type Request, randomPlace, wholeRequests } from "./all-requests.ts";
import { type Client, open, startClient } from "./client.ts";
import { randomChange } from "./random-edits.ts";

/** What came of a session: how much was tried, and what was wrong. */
export interface SessionOutcome {
  readonly edits: number;
  readonly requests: number;
  readonly comparisons: number;
  readonly faults: readonly string[];
}

export interface SessionPlan {
  readonly seed: number;
  readonly edits: number;
  /** Edits between two comparisons with a server that sees the text for the first time. */
  readonly every: number;
  readonly encoding: "utf-16" | "utf-8";
}

const capabilitiesWith = (encoding: string): ClientCapabilities => ({
  general: { positionEncodings: [encoding] },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true },
    hover: { contentFormat: ["markdown"] },
    completion: { completionItem: { snippetSupport: true } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
});

const settings = () => ({ lint: { preset: "all" } });

/**
 * A random session with the real server: edits with requests fired in between that nobody waits for, and now and then all
 * answers compared with those of a server that sees the text for the first time.
 */
export async function runSession({ seed, edits, every, encoding }: SessionPlan): Promise<SessionOutcome> {
  const random = createRandom(seed);
  const capabilities = capabilitiesWith(encoding);
  const [client, fresh] = await Promise.all([
    startClient({ capabilities, settings }),
    startClient({ capabilities, settings }),
  ]);
  const faults: string[] = [];
  const uri = "file:///session/smtpd.conf";
  // Texts are edited in UTF-16 here; positions go over in what was agreed on.
  const { openDocuments } = await import("../../packages/language-server/src/documents/open-documents.ts");
  const mine = openDocuments(encoding);
  mine.open({ uri, languageId: "smtpd-conf", version: 1, text: firstText(random) });
  const document = () => mine.get(uri)?.document as TextDocument;
  await open(client, uri, document().getText());
  let [requests, comparisons] = [0, 0];
  let pending: Promise<unknown>[] = [];
  for (let edit = 1; edit <= edits; edit++) {
    const contentChanges = [];
    for (let count = chance(random, 0.2) ? integer(random, 2, 4) : 1; count > 0; count--) {
      const change = randomChange(random, document());
      contentChanges.push(change);
      mine.change({ textDocument: { uri, version: edit + 1 }, contentChanges: [change] });
    }
    void client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: edit + 1 },
      contentChanges,
    });
    for (const request of someRequests(random, document().getText())) {
      requests++;
      pending.push(
        ask(client, uri, request).catch((error) => void faults.push(`${seed} edit ${edit}: ${request[0]}: ${error}`)),
      );
    }
    if (edit % every !== 0 && edit !== edits) continue;
    await Promise.all(pending);
    pending = [];
    comparisons++;
    faults.push(
      ...(await compare(random, client, fresh, uri, document().getText())).map(
        (fault) => `${seed} edit ${edit}: ${fault}`,
      ),
    );
  }
  for (const one of [client, fresh]) faults.push(...one.log.map((line) => `${seed} log: ${line}`));
  await Promise.all([client.end(), fresh.end()]);
  return { edits, requests, comparisons, faults };
}

function firstText(random: Random): string {
  const text = chance(random, 0.5)
    ? makeVariedConfiguration(integer(random, 30, 120), integer(random, 0, 1e6))
    : generateConfiguration(random, "7.9");
  return chance(random, 0.2) ? text.replaceAll("\n", "\r\n") : text;
}

function someRequests(random: Random, text: string): readonly Request[] {
  const all = [...wholeRequests(text), ...placeRequests(randomPlace(random, text))];
  return Array.from({ length: chance(random, 0.5) ? 0 : integer(random, 1, 4) }, () => pick(random, all));
}

/** What a client learns from a request. That something cannot be renamed is an answer, too. */
async function ask({ connection }: Client, uri: string, [method, parameters]: Request): Promise<unknown> {
  try {
    return await connection.sendRequest(method, { textDocument: { uri }, ...parameters });
  } catch (error) {
    const { code, message } = error as { code?: number; message: string };
    if (code === -32803) return { refused: message };
    throw error;
  }
}

/** The requests whose answers differ from those of a server that sees the text for the first time. */
async function compare(random: Random, client: Client, fresh: Client, uri: string, text: string): Promise<string[]> {
  await open(fresh, uri, text);
  const places = Array.from({ length: 3 }, () => randomPlace(random, text));
  const faults: string[] = [];
  for (const request of [...wholeRequests(text), ...places.flatMap(placeRequests)]) {
    const [ours, theirs] = await Promise.all([client, fresh].map((one) => ask(one, uri, request).catch(String)));
    if (comparable(ours) === comparable(theirs)) continue;
    const [a, b] = [comparable(ours), comparable(theirs)];
    let at = 0;
    while (a[at] === b[at]) at++;
    const excerpt = [a, b].map((answer) => answer.slice(Math.max(0, at - 60), at + 100)).join("\n  | ");
    faults.push(
      `${request[0]} ${JSON.stringify(request[1])}:\n  | ${excerpt}\n  of ${JSON.stringify(text).slice(0, 4000)}`,
    );
  }
  await fresh.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  return faults;
}

/** An answer without the number of the answer, and of the document. */
function comparable(answer: unknown): string {
  return (
    JSON.stringify(answer, (key, value) => (key === "resultId" || key === "version" ? undefined : value)) ?? "undefined"
  );
}

/** Several sessions, one after the other. */
export async function runSessions(count: number, plan: Omit<SessionPlan, "encoding">): Promise<SessionOutcome> {
  const outcomes: SessionOutcome[] = [];
  for (let index = 0; index < count; index++) {
    const encoding = index % 3 === 2 ? "utf-8" : "utf-16";
    outcomes.push(await runSession({ ...plan, seed: seedOf(plan.seed, index), encoding }));
  }
  const sum = (of: (outcome: SessionOutcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return {
    edits: sum(({ edits }) => edits),
    requests: sum(({ requests }) => requests),
    comparisons: sum(({ comparisons }) => comparisons),
    faults: outcomes.flatMap(({ faults }) => faults),
  };
}
