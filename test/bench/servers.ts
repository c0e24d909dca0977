// Language servers, each on its own language, over standard input and output: how long an editor waits.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ClientCapabilities } from "vscode-languageserver-protocol";
import { type Client, open, serverCommand, startClient } from "../language-server/client.ts";
import { mb, ms, print } from "./figures.ts";
import { makeVariedConfiguration } from "./make-varied-configuration.ts";
import { median, timeCommand } from "./measure.ts";

/** A server with texts of its language. */
interface Server {
  readonly name: string;
  readonly command: readonly string[];
  readonly languageId: string;
  readonly file: string;
  readonly makeText: (lines: number) => string;
  /** A line that is wrong, and one that does no harm, for a server that says nothing of wrong ones. */
  readonly wrongLine: string;
  /** A line that begins a statement, where completion is asked for. */
  readonly halfLine: string;
  readonly settings?: unknown;
}

const peerVersions = {
  "dockerfile-language-server-nodejs": "0.15.0",
  "yaml-language-server": "1.25.0",
  "bash-language-server": "5.8.1",
};

/** Installs the other servers below .cache, once. */
function installPeers(): string {
  const folder = resolve(".cache/peers");
  const all = Object.keys(peerVersions).every((name) => existsSync(join(folder, "node_modules", name)));
  if (all) return join(folder, "node_modules/.bin");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: peerVersions }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
  return join(folder, "node_modules/.bin");
}

function servers(bin: string): readonly Server[] {
  const node = process.execPath;
  return [
    {
      name: "smtpd-language-server",
      command: serverCommand,
      languageId: "smtpd-conf",
      file: "smtpd.conf",
      makeText: (lines) => makeVariedConfiguration(lines, 7),
      wrongLine: "listen on lo prot 25",
      halfLine: "match from ",
      settings: { lint: { preset: "all" } },
    },
    {
      name: "dockerfile-language-server-nodejs",
      command: [node, join(bin, "docker-langserver"), "--stdio"],
      languageId: "dockerfile",
      file: "Dockerfile",
      makeText: (lines) =>
        repeat(lines, ["FROM alpine:3.20\n"], (n) => [
          `RUN apk add --no-cache package${n}=1.${n} && echo "layer ${n}" > /etc/layer-${n}\n`,
          `ENV NAME_${n}=value-${n}\n`,
          `COPY --chown=user:user src/file-${n}.txt /opt/app/file-${n}.txt\n`,
          `LABEL org.example.part-${n}="part ${n} of the image"\n`,
          `# ${n}: as agreed\n`,
        ]),
      wrongLine: "RUNN false",
      halfLine: "EX",
    },
    {
      name: "yaml-language-server",
      command: [node, join(bin, "yaml-language-server"), "--stdio"],
      languageId: "yaml",
      file: "values.yaml",
      makeText: (lines) =>
        repeat(lines, [], (n) => [
          `service${n}:\n`,
          `  image: "registry.example.org/service:${n}"\n`,
          `  ports: [ 80${n % 10}, 44${n % 10} ]\n`,
          `  labels: { part: "${n}", owner: "group${n}" }\n`,
          `  # ${n}: as agreed\n`,
        ]),
      wrongLine: "  bad: [ 1, 2",
      halfLine: "  na",
    },
    {
      name: "bash-language-server",
      command: [node, join(bin, "bash-language-server"), "start"],
      languageId: "shellscript",
      file: "script.sh",
      makeText: (lines) =>
        repeat(lines, ["#!/bin/bash\n"], (n) => [
          `step_${n}() {\n`,
          `  local name="value ${n}"\n`,
          `  [ -f "/etc/part-${n}" ] && cp "/etc/part-${n}" "/var/lib/$name"\n`,
          `}\n`,
          `step_${n} # as agreed\n`,
        ]),
      wrongLine: "if then fi (",
      halfLine: "ec",
    },
  ];
}

function repeat(lines: number, first: readonly string[], make: (number: number) => readonly string[]): string {
  const text = [...first];
  for (let number = 0; text.length < lines; number++) text.push(...make(number));
  return text.slice(0, lines).join("");
}

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

/** The text that an editor has, and the version of it. */
interface Document {
  readonly uri: string;
  readonly server: Server;
  readonly line: number;
  version: number;
}

/** What was measured of a server with a text, in milliseconds each. */
interface Figures {
  readonly start: number;
  readonly first: readonly number[];
  readonly complete: readonly number[];
  readonly completion: readonly number[];
  readonly hover: readonly number[];
  readonly tokens: readonly number[];
  readonly memory: number;
}

/** Long enough for every server to be at rest again. */
const rest = 40;
const pause = (milliseconds: number) => new Promise((tell) => setTimeout(tell, milliseconds));

async function measure(server: Server, lines: number, rounds: number): Promise<Figures> {
  const started = performance.now();
  const client = await startClient({ command: server.command, capabilities, settings: () => server.settings ?? null });
  const text = server.makeText(lines);
  const document: Document = { uri: `file:///bench/${server.file}`, server, line: lines >> 1, version: 1 };
  const found = client.nextDiagnostics(document.uri);
  await open(client, document.uri, text, server.languageId);
  await Promise.race([found, pause(20_000)]);
  const start = performance.now() - started;
  await quiet(client, document.uri);
  const first: number[] = [];
  for (let round = 0; round < rounds + 4; round++) first.push(await timeEdit(client, document, round % 2 === 0));
  await quiet(client, document.uri);
  const [completion, hover, tokens] = await timeRequests(client, document, rounds);
  const memory = memoryOf(client);
  await Promise.race([client.end(), pause(5000)]);
  client.process.kill("SIGKILL");
  return {
    start,
    first: first.slice(4),
    complete: await timeComplete(server, lines, rounds),
    completion,
    hover,
    tokens,
    memory,
  };
}

/** Until nothing has come for a while. */
async function quiet(client: Client, uri: string): Promise<void> {
  for (;;) {
    const more = await Promise.race([client.nextDiagnostics(uri).then(() => true), pause(700).then(() => false)]);
    if (!more) return;
  }
}

/** From an edit in the middle to the first findings after it: a wrong line comes, or goes. */
async function timeEdit(client: Client, document: Document, comes: boolean): Promise<number> {
  const found = client.nextDiagnostics(document.uri);
  const start = performance.now();
  await editDocument(client, document, comes);
  await Promise.race([found, pause(10_000)]);
  const time = performance.now() - start;
  await pause(rest);
  return time;
}

function editDocument(client: Client, document: Document, comes: boolean): Promise<void> {
  const { uri, line, server } = document;
  const [start, end] = [
    { line, character: 0 },
    { line: comes ? line : line + 1, character: 0 },
  ];
  return client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: ++document.version },
    contentChanges: [{ range: { start, end }, text: comes ? `${server.wrongLine}\n` : "" }],
  });
}

type Times = readonly number[];

/** Each request behind an edit of its own, so that nothing is answered from what was kept. */
async function timeRequests(client: Client, document: Document, rounds: number): Promise<[Times, Times, Times]> {
  const { uri, line, server } = document;
  const requests: readonly (readonly [string, object])[] = [
    ["textDocument/completion", { position: { line, character: server.halfLine.length } }],
    ["textDocument/hover", { position: { line: line + 1, character: 2 } }],
    ["textDocument/semanticTokens/full", {}],
  ];
  const { capabilities: offered } = client.initialized;
  const times: number[][] = [];
  for (const [method, parameters] of requests) {
    const own: number[] = [];
    times.push(own);
    if (method.includes("semanticTokens") && offered.semanticTokensProvider === undefined) continue;
    for (let round = 0; round < rounds; round++) {
      await change(client, document, line, `${server.halfLine}\n`);
      const start = performance.now();
      await client.connection.sendRequest(method, { textDocument: { uri }, ...parameters }).catch(() => null);
      own.push(performance.now() - start);
      await change(client, document, line, undefined);
      await pause(rest);
    }
  }
  return [times[0] ?? [], times[1] ?? [], times[2] ?? []];
}

/** Puts a line in, or takes one out. */
function change(client: Client, document: Document, line: number, text: string | undefined): Promise<void> {
  const end = { line: text === undefined ? line + 1 : line, character: 0 };
  return client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: document.uri, version: ++document.version },
    contentChanges: [{ range: { start: { line, character: 0 }, end }, text: text ?? "" }],
  });
}

/** From an edit to all findings, which a server that can be asked gives only when it knows them. */
async function timeComplete(server: Server, lines: number, rounds: number): Promise<Times> {
  const pulling = { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: {} } };
  const client = await startClient({
    command: server.command,
    capabilities: pulling,
    settings: () => server.settings ?? null,
  });
  const times: number[] = [];
  if (client.initialized.capabilities.diagnosticProvider !== undefined) {
    const document: Document = { uri: `file:///bench/${server.file}`, server, line: lines >> 1, version: 1 };
    await open(client, document.uri, server.makeText(lines), server.languageId);
    const ask = () => client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: document.uri } });
    await ask();
    for (let round = 0; round < rounds + 4; round++) {
      const start = performance.now();
      await editDocument(client, document, round % 2 === 0);
      await ask();
      times.push(performance.now() - start);
      await pause(rest);
    }
  }
  await Promise.race([client.end(), pause(5000)]);
  client.process.kill("SIGKILL");
  return times.slice(4);
}

/** Bytes that a process has in memory now. */
function memoryOf({ process: { pid } }: Client): number {
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

function percentile(times: Times, part: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
}

function figure(times: Times): string {
  return times.length === 0 ? "-" : `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)}`;
}

/** Measures all servers, one after the other for each size. */
export async function benchServers(): Promise<void> {
  const all = servers(installPeers());
  const empty = median(Array.from({ length: 11 }, () => timeCommand([process.execPath, "-e", "0"])));
  console.log("milliseconds, p50 / p95; goals for ours, p95: 1,000 lines 10 and 3, 10,000 lines 60 and 10");
  console.log(
    "lines  server                             edit→findings      edit→all findings  completion       hover            tokens           memory",
  );
  for (const [lines, rounds] of [
    [100, 30],
    [1000, 30],
    [10_000, 12],
  ] as const) {
    for (const server of all) {
      const { start, first, complete, completion, hover, tokens, memory } = await measure(server, lines, rounds);
      const cells = [first, complete].map((times) => figure(times).padEnd(18));
      const rest = [completion, hover, tokens].map((times) => figure(times).padEnd(16));
      console.log([String(lines).padStart(6), server.name.padEnd(34), ...cells, ...rest, mb(memory)].join(" "));
      if (lines === 100)
        print(`        start to findings, ${server.name}`, `${ms(start)}, ${(start / empty).toFixed(2)} × node -e 0`);
    }
  }
  for (const server of all) print(`100 open files, ${server.name}`, mb(await memoryOfManyFiles(server)));
}

/** What a server takes with a hundred files of a hundred lines open. */
async function memoryOfManyFiles(server: Server): Promise<number> {
  const client = await startClient({ command: server.command, capabilities, settings: () => server.settings ?? null });
  const text = server.makeText(100);
  for (let number = 0; number < 100; number++) {
    const uri = `file:///bench/${number}/${server.file}`;
    const found = client.nextDiagnostics(uri);
    await open(client, uri, text, server.languageId);
    await Promise.race([found, pause(5000)]);
  }
  await pause(3000);
  const memory = memoryOf(client);
  await Promise.race([client.end(), pause(5000)]);
  client.process.kill("SIGKILL");
  return memory;
}
