// Language servers, each on its own language, over standard input and output: how long an editor waits.
import type { ClientCapabilities, SemanticTokens } from "vscode-languageserver-protocol";
import { type Client, open, startClient } from "../language-server/client.ts";
import { mb, ms, print } from "./figures.ts";
import { findServers, ownName, type Server } from "./find-servers.ts";
import { median, memoryOf, timeCommand } from "./measure.ts";

const capabilities: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    synchronization: {},
    publishDiagnostics: { relatedInformation: true },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
    hover: { contentFormat: ["markdown"] },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
  },
};

/** The text that an editor has; a line can be put in before one of its lines, the first of a statement in its middle. */
interface Document {
  readonly uri: string;
  readonly line: number;
  version: number;
  hasLine: boolean;
}

type Times = readonly number[];

/** What was measured of a server with a text, in milliseconds each; the memory in bytes. */
interface Figures {
  readonly start: number;
  readonly first: Times;
  readonly complete: Times;
  readonly completion: Times;
  readonly hover: Times;
  readonly tokens: Times;
  /** Of what has changed in them since the last answer, as an editor asks for it while somebody types. */
  readonly changedTokens: Times;
  readonly memory: number;
}

/** Long enough for every server to be at rest again. */
const rest = 40;
const pause = (milliseconds: number) => new Promise((tell) => setTimeout(tell, milliseconds));

/** Rounds that are not counted. */
const warmUps = 4;

/** After so many milliseconds there are no more rounds of one thing, unless there were fewer than three. */
const timeLimit = 20_000;

/** The times of so many rounds, with a rest behind each. */
async function timeRounds(rounds: number, doRound: () => Promise<unknown>): Promise<Times> {
  const end = performance.now() + timeLimit;
  const times: number[] = [];
  while (times.length < rounds && (times.length < 3 || performance.now() < end)) {
    const start = performance.now();
    await doRound();
    times.push(performance.now() - start);
    await pause(rest);
  }
  return times;
}

/** Runs a server for as long as the work takes. */
async function withServer<Result>(
  { command, settings = null }: Server,
  work: (client: Client) => Promise<Result>,
  asked: ClientCapabilities = capabilities,
): Promise<Result> {
  const client = await startClient({ command, capabilities: asked, settings: () => settings });
  try {
    return await work(client);
  } finally {
    await Promise.race([client.end(), pause(5000)]);
    client.process.kill("SIGKILL");
  }
}

function openDocument(client: Client, { file, languageId, makeText }: Server, lines: number): Document {
  const uri = `file:///bench/${file}`;
  const text = makeText(lines);
  void open(client, uri, text, languageId);
  return { uri, line: middleOf(text), version: 1, hasLine: false };
}

/** The first line from the middle on that is behind a blank one or a comment and is neither, or that in the middle. */
function middleOf(text: string): number {
  const lines = text.trimEnd().split("\n");
  const isBlank = (line = "") => /^\s*(?:#|$)/.test(line);
  const middle = lines.length >> 1;
  const found = lines.findIndex((line, at) => at >= middle && isBlank(lines[at - 1]) && !isBlank(line));
  return found === -1 ? middle : found;
}

async function measure(server: Server, lines: number, rounds: number): Promise<Figures> {
  const started = performance.now();
  const figures = await withServer(server, async (client) => {
    const document = openDocument(client, server, lines);
    await Promise.race([client.nextDiagnostics(document.uri), pause(20_000)]);
    const start = performance.now() - started;
    await quiet(client, document.uri);
    const first = await timeEdits(client, document, server.wrongLine, rounds);
    await quiet(client, document.uri);
    const requests = await timeRequests(client, document, server.halfLine, rounds);
    return { start, first, ...requests, memory: memoryOf(client.process.pid) ?? Number.NaN };
  });
  return { ...figures, complete: await timeComplete(server, lines, rounds) };
}

/** Until nothing has come for a while. */
async function quiet(client: Client, uri: string): Promise<void> {
  for (;;) {
    const more = await Promise.race([client.nextDiagnostics(uri).then(() => true), pause(700).then(() => false)]);
    if (!more) return;
  }
}

/** Puts a line in, or takes it out again. */
function toggleLine(client: Client, document: Document, text: string): Promise<void> {
  const { uri, line, hasLine } = document;
  const range = { start: { line, character: 0 }, end: { line: hasLine ? line + 1 : line, character: 0 } };
  document.hasLine = !hasLine;
  return client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: ++document.version },
    contentChanges: [{ range, text: hasLine ? "" : `${text}\n` }],
  });
}

/** From an edit to the first findings after it: a wrong line comes, or goes. */
async function timeEdits(client: Client, document: Document, wrongLine: string, rounds: number): Promise<Times> {
  const edit = async () => {
    const found = client.nextDiagnostics(document.uri, document.version + 1);
    await toggleLine(client, document, wrongLine);
    await Promise.race([found, pause(10_000)]);
  };
  await timeRounds(warmUps, edit);
  const times = await timeRounds(rounds, edit);
  if (document.hasLine) await toggleLine(client, document, wrongLine);
  return times;
}

/** Each request behind an edit of its own, so that nothing is answered from what was kept. */
async function timeRequests(
  client: Client,
  document: Document,
  halfLine: string,
  rounds: number,
): Promise<Pick<Figures, "completion" | "hover" | "tokens" | "changedTokens">> {
  const { uri, line } = document;
  const timeRequest = async (method: string, parametersOf: (last: unknown) => object) => {
    const times: number[] = [];
    let last: unknown;
    await timeRounds(rounds, async () => {
      await toggleLine(client, document, halfLine);
      const parameters = { textDocument: { uri }, ...parametersOf(last) };
      const start = performance.now();
      last = await client.connection.sendRequest(method, parameters).catch(() => null);
      times.push(performance.now() - start);
      await toggleLine(client, document, halfLine);
    });
    return times;
  };
  const tokens = client.initialized.capabilities.semanticTokensProvider;
  const hasChanges = typeof tokens?.full === "object" && tokens.full.delta === true;
  const inLine = { position: { line, character: halfLine.length } };
  const below = { position: { line: line + 1, character: 2 } };
  const completion = await timeRequest("textDocument/completion", () => inLine);
  const hover = await timeRequest("textDocument/hover", () => below);
  const all = tokens === undefined ? [] : await timeRequest("textDocument/semanticTokens/full", () => ({}));
  if (!hasChanges) return { completion, hover, tokens: all, changedTokens: [] };
  const first = await client.connection.sendRequest("textDocument/semanticTokens/full", { textDocument: { uri } });
  const sinceLast = (last: unknown) => ({ previousResultId: ((last ?? first) as SemanticTokens).resultId });
  const changedTokens = await timeRequest("textDocument/semanticTokens/full/delta", sinceLast);
  return { completion, hover, tokens: all, changedTokens };
}

/** From an edit to all findings, which a server that can be asked gives only when it knows them. */
function timeComplete(server: Server, lines: number, rounds: number): Promise<Times> {
  const pulling = { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: {} } };
  const work = async (client: Client) => {
    if (client.initialized.capabilities.diagnosticProvider === undefined) return [];
    const document = openDocument(client, server, lines);
    const textDocument = { uri: document.uri };
    const ask = () => client.connection.sendRequest("textDocument/diagnostic", { textDocument });
    await ask();
    const editAndAsk = async () => {
      await toggleLine(client, document, server.wrongLine);
      await ask();
    };
    await timeRounds(warmUps, editAndAsk);
    return timeRounds(rounds, editAndAsk);
  };
  return withServer(server, work, pulling);
}

/** From a request to an answer that takes no work, since the text is empty: the way there and back. */
function timeRoundTrip(server: Server): Promise<Times> {
  return withServer(server, async (client) => {
    const { uri } = openDocument(client, { ...server, makeText: () => "" }, 0);
    const position = { line: 0, character: 0 };
    const ask = () => client.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    await timeRounds(warmUps, ask);
    return timeRounds(100, ask);
  });
}

function percentile(times: Times, part: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
}

function figure(times: Times): string {
  return times.length === 0 ? "-" : `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)}`;
}

const sizes = [100, 1000, 10_000];

/** `BENCH_ROUNDS=3` looks shortly. */
const { BENCH_ROUNDS } = process.env;

/** Whether a word chooses some of what is measured: the lines of a text, the memory, or our server alone. */
export function isServersChoice(word: string): boolean {
  return word === "memory" || word === "ours" || /^[1-9]\d*$/.test(word);
}

/** Measures all servers, one after the other for each size: what was chosen, or everything. */
export async function benchServers(choices: readonly string[]): Promise<void> {
  const all = findServers();
  const servers = choices.includes("ours") ? all.filter(({ name }) => name.startsWith(ownName)) : all;
  const things = choices.filter((choice) => choice !== "ours");
  const chosen = things.length === 0 ? sizes : things.map(Number).filter(Number.isInteger);
  if (chosen.length > 0) await printTimes(servers, chosen);
  if (things.length > 0 && !things.includes("memory")) return;
  for (const server of servers) print(`100 open files, ${server.name}`, mb(await memoryOfManyFiles(server)));
}

async function printTimes(servers: readonly Server[], chosen: readonly number[]): Promise<void> {
  const empty = median(Array.from({ length: 11 }, () => timeCommand([process.execPath, "-e", "0"])));
  console.log("milliseconds, p50 / p95; goals for ours, p95: 1,000 lines 10 and 3, 10,000 lines 60 and 10");
  print("of which there and back, ours", figure(await timeRoundTrip(servers[0] as Server)));
  console.log(
    "lines  server                             edit→findings      edit→all findings  completion       hover            tokens           changed tokens   memory",
  );
  for (const lines of chosen) {
    const rounds = Number(BENCH_ROUNDS ?? (lines < 10_000 ? 60 : 40));
    for (const server of servers) {
      const figures = await measure(server, lines, rounds);
      const { start, first, complete, completion, hover, tokens, changedTokens, memory } = figures;
      const cells = [first, complete].map((times) => figure(times).padEnd(18));
      const more = [completion, hover, tokens, changedTokens].map((times) => figure(times).padEnd(16));
      console.log([String(lines).padStart(6), server.name.padEnd(34), ...cells, ...more, mb(memory)].join(" "));
      if (lines === 100)
        print(`        start to findings, ${server.name}`, `${ms(start)}, ${(start / empty).toFixed(2)} × node -e 0`);
    }
  }
}

/** What a server takes with a hundred files of a hundred lines open, in bytes. */
function memoryOfManyFiles(server: Server): Promise<number> {
  return withServer(server, async (client) => {
    const text = server.makeText(100);
    for (let number = 0; number < 100; number++) {
      const uri = `file:///bench/${number}/${server.file}`;
      const found = client.nextDiagnostics(uri);
      await open(client, uri, text, server.languageId);
      await Promise.race([found, pause(5000)]);
    }
    await pause(3000);
    return memoryOf(client.process.pid) ?? Number.NaN;
  });
}
