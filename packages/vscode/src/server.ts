import { type ExtensionContext, type LogOutputChannel, Uri } from "vscode";
import { ExecuteCommandRequest, LanguageClient, type StaticFeature, TransportKind } from "vscode-languageclient/node";
import type { SentEnvelope } from "./ask-envelope.ts";
import { languageId, schemes } from "./language.ts";
import { linkPages, openPages } from "./link-pages.ts";

/** What the server can be asked for besides what editors ask of themselves: its commands, with what they are given. */
export interface ServerCommands {
  /** The page of a check or rule, as Markdown. */
  readonly "smtpd-lint.explainCode": { readonly code: string };
  /** What a configuration does, in sentences, as Markdown. */
  readonly "smtpd-lint.explainConfiguration": { readonly uri: string };
  /** A configuration with everything written out that smtpd adds. */
  readonly "smtpd-lint.effectiveConfiguration": { readonly uri: string };
  /** The ways of mail as a picture. */
  readonly "smtpd-lint.mailGraph": { readonly uri: string; readonly format: "svg" };
  /** Which rule decides about a message, and why those before it do not. */
  readonly "smtpd-lint.match": { readonly uri: string; readonly envelope: SentEnvelope };
  /** The release that a configuration is read for, such as `7.9`. */
  readonly "smtpd-lint.targetRelease": { readonly uri: string };
}

/** Asks the server; undefined where it does not run or has no answer. */
export type AskServer = <Command extends keyof ServerCommands>(
  command: Command,
  argument: ServerCommands[Command],
) => Promise<string | undefined>;

/** The client of the server that comes with the extension, not started yet. */
export function createServer({ extensionUri }: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const module = Uri.joinPath(extensionUri, "dist", "server.cjs").fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6019"] } };
  const client = new LanguageClient(
    "smtpd-lint",
    "smtpd.conf",
    { run, debug },
    {
      documentSelector: schemes.map((scheme) => ({ scheme, language: languageId })),
      outputChannel: output,
      middleware: { ...linkPages, ...openPages },
    },
  );
  client.registerFeature(knowsCommands);
  return client;
}

/** Says that the commands which the server names in lenses and actions lead somewhere here. */
const knowsCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { smtpdLintCommands: true };
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

/** How our commands ask that server. What goes wrong is written to its output, and counts as no answer. */
export function askThrough(client: LanguageClient): AskServer {
  return async (command, argument) => {
    if (!client.isRunning()) return undefined;
    try {
      const answer: unknown = await client.sendRequest(ExecuteCommandRequest.type, { command, arguments: [argument] });
      return typeof answer === "string" && answer !== "" ? answer : undefined;
    } catch (error) {
      client.error(`${command} failed.`, error, false);
      return undefined;
    }
  };
}
