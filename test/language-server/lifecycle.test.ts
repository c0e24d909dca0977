import { fork, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { beforeAll, expect, test } from "vitest";
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
} from "vscode-languageserver-protocol/node";
import { endServer, open, prepareServer, serverCommand, startClient } from "./client.ts";

const [program = "", script = ""] = serverCommand;

beforeAll(prepareServer, 120_000);

const initialize = { processId: null, rootUri: null, capabilities: {} };

test("answers over standard input and output, and ends with 0 after shutdown and exit", async () => {
  const client = await startClient();
  expect(client.initialized.serverInfo).toMatchObject({ name: "smtpd-language-server" });
  expect(await client.end()).toBe(0);
  expect(client.log).toEqual([]);
});

test("ends with 1 where exit comes without shutdown", async () => {
  const client = await startClient();
  const ended = new Promise((tell) => client.process.once("exit", tell));
  await client.connection.sendNotification("exit");
  expect(await ended).toBe(1);
});

test("answers over the channel of the Node program that started it", async () => {
  const child = fork(script, ["--node-ipc"], { stdio: "pipe" });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  expect(await connection.sendRequest("initialize", initialize)).toHaveProperty("capabilities");
  expect(await endServer(child, connection)).toBe(0);
});

test("answers over a socket of the same machine", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((tell) => server.once("listening", tell));
  const { port } = server.address() as { port: number };
  const connected = new Promise<import("node:net").Socket>((tell) => server.once("connection", tell));
  const child = spawn(program, [script, `--socket=${port}`]);
  const socket = await connected;
  const connection = createProtocolConnection(new SocketMessageReader(socket), new SocketMessageWriter(socket));
  connection.listen();
  expect(await connection.sendRequest("initialize", initialize)).toHaveProperty("capabilities");
  expect(await endServer(child, connection)).toBe(0);
  server.close();
});

test.each([
  [["--help"], 0, "Usage: smtpd-language-server"],
  [["--version"], 0, /^\d+\.\d+\.\d+\n$/],
  [[], 2, "name one of --stdio"],
  [["--nonsense"], 2, "unknown option"],
] as const)("the command line %j ends with %i", (parameters, code, words) => {
  const { status, stdout, stderr } = spawnSync(program, [script, ...parameters], { encoding: "utf8" });
  expect(status).toBe(code);
  expect(stdout + stderr).toMatch(words);
});

test("says which units positions are in: the first that the client names and we know", async () => {
  const encodings = async (positionEncodings: string[] | undefined) => {
    const client = await startClient({
      capabilities: { general: positionEncodings === undefined ? {} : { positionEncodings } },
    });
    await client.end();
    return client.initialized.capabilities.positionEncoding;
  };
  expect(await encodings(undefined)).toBe("utf-16");
  expect(await encodings(["utf-32", "utf-8", "utf-16"])).toBe("utf-8");
  expect(await encodings(["utf-16", "utf-8"])).toBe("utf-16");
  expect(await encodings(["utf-32"])).toBe("utf-16");
});

test("what the client does not wait for any more is not answered", async () => {
  const client = await startClient();
  const { CancellationTokenSource } = await import("vscode-languageserver-protocol");
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest("workspace/symbol", { query: "" }, source.token);
  source.cancel();
  await asked.then(
    (answer) => expect(answer).toEqual([]),
    (error) => expect(error.code).toBe(-32800),
  );
  expect(await client.end()).toBe(0);
});

test.each([
  ["hover", { position: { line: 0.5, character: 1.5 } }],
  ["completion", { position: { line: 0, character: 0.5 } }],
  ["selectionRange", { positions: [{ line: 0, character: 0 }, { line: 0 }] }],
  ["inlayHint", { range: { start: { line: 0, character: 0 }, end: { line: "1", character: 0 } } }],
])("%s at what is no position is refused", async (name, place) => {
  const client = await startClient();
  const textDocument = { uri: "untitled:smtpd.conf" };
  await open(client, textDocument.uri, "match for any reject\n");
  const asked = client.connection.sendRequest(`textDocument/${name}`, { textDocument, ...place });
  await expect(asked).rejects.toMatchObject({ code: -32602, message: expect.stringContaining("whole numbers") });
  expect(await client.end()).toBe(0);
});
