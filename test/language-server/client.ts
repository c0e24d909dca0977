import { type ChildProcess, spawn } from "node:child_process";
import { resolve } from "node:path";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { prepareBundle } from "../tools/prepare-bundle.ts";

/** A server that runs, and what it has said so far. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server last sent of each document. */
  readonly diagnostics: ReadonlyMap<string, readonly Diagnostic[]>;
  /** What the server wanted to be asked for again. */
  readonly refreshed: readonly string[];
  /** The lines of the server's log. */
  readonly log: readonly string[];
  /** Resolved with the next findings in a document that are sent from now on, for that version or a later one. */
  readonly nextDiagnostics: (uri: string, version?: number) => Promise<readonly Diagnostic[]>;
  readonly end: () => Promise<number | null>;
}

export interface ClientOptions {
  readonly command?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** What is answered when settings are asked for; else the client cannot be asked. */
  readonly settings?: () => unknown;
}

/** The server as it is installed. */
export const serverCommand: readonly string[] = [
  process.execPath,
  resolve("packages/language-server/bin/smtpd-language-server.cjs"),
  "--stdio",
];

/** Bundles the server, unless it is newer than all that it is made of. */
export function prepareServer(): void {
  const packages = ["language-server", "language-service", "cli", "smtpd-conf"];
  prepareBundle({ folder: "language-server", file: "dist/smtpd-language-server.cjs", packages });
}

/** Somebody who waits for findings. */
interface Waiting {
  readonly uri: string;
  readonly version: number;
  readonly tell: (list: readonly Diagnostic[]) => void;
}

/** Starts a server and says what the client can do. */
export async function startClient(options: ClientOptions = {}): Promise<Client> {
  const [program = "", ...parameters] = options.command ?? serverCommand;
  const child = spawn(program, parameters, { stdio: ["pipe", "pipe", "pipe"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map<string, readonly Diagnostic[]>();
  const log: string[] = [];
  const refreshed: string[] = [];
  let waiting: readonly Waiting[] = [];
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics: list }) => {
    diagnostics.set(uri, list);
    const isMeant = (one: Waiting) => one.uri === uri && (version ?? one.version) >= one.version;
    for (const { tell } of waiting.filter(isMeant)) tell(list);
    waiting = waiting.filter((one) => !isMeant(one));
  });
  connection.onNotification("window/logMessage", ({ message }) => void log.push(message));
  connection.onNotification("window/showMessage", ({ message }) => void log.push(message));
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => options.settings?.() ?? null));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("window/workDoneProgress/create", () => null);
  for (const view of ["diagnostics", "semanticTokens", "inlayHint", "codeLens"]) {
    connection.onRequest(`workspace/${view}/refresh`, () => {
      refreshed.push(view);
      return null;
    });
  }
  child.stderr.on("data", (data: Buffer) => log.push(String(data)));
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      ...options.capabilities,
      workspace: { ...(options.settings && { configuration: true }), ...options.capabilities?.workspace },
    },
    workspaceFolders: options.folders?.map((path) => ({ uri: `file://${path}`, name: path })) ?? null,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification("initialized", {});
  return {
    connection,
    process: child,
    initialized,
    diagnostics,
    refreshed,
    log,
    nextDiagnostics: (uri, version = 0) =>
      new Promise((tell) => {
        waiting = [...waiting, { uri, version, tell }];
      }),
    end: () => endServer(child, connection),
  };
}

/** Ends a server as an editor does; gives its exit code. */
export async function endServer(child: ChildProcess, connection: ProtocolConnection): Promise<number | null> {
  const ended = new Promise<number | null>((tell) => child.once("exit", tell));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const code = await ended;
  connection.dispose();
  return code;
}

/** Opens a document in the server. */
export function open(client: Client, uri: string, text: string, languageId = "smtpd-conf"): Promise<void> {
  return client.connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId, version: 1, text },
  });
}
