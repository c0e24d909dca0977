import {
  expectedAfter,
  forEachEntry,
  mailPorts,
  type Option,
  type RelaySchemeInfo,
  relaySchemes,
  type TableArgument,
} from "smtpd-conf";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import type { Cursor } from "./cursor.ts";
import type { Offer } from "./offer.ts";
import { optionsOf } from "./statement-options.ts";

/** More labels than anybody looks through. */
const mostLabels = 200;

const schemes: readonly RelaySchemeInfo[] = relaySchemes;

/** What a relay URL can go on with: a scheme, a label of the credentials, a port. */
export function urlOffers(snapshot: Snapshot, cursor: Cursor): readonly Offer[] {
  const [, scheme, rest = ""] = /^([^/]*):\/\/(.*)$/s.exec(cursor.word.typed) ?? [];
  if (scheme === undefined) return schemeOffers(snapshot, cursor);
  const info = schemes.find(({ name }) => name === scheme.toLowerCase());
  const port = /^(?:[^@]*@)?(?:\[[^\]]*\]|[^[\]:]+):(\d*)$/.exec(rest)?.[1];
  if (port !== undefined) return portOffers(cursor, info, port.length);
  return info?.label === true && !rest.includes("@") ? labelOffers(snapshot, cursor, rest.length) : [];
}

/** The schemes; as a skeleton of the whole URL where nothing stands behind the cursor. What does stand there is kept. */
function schemeOffers({ client }: Snapshot, { word }: Cursor): readonly Offer[] {
  const withSkeleton = client.snippets && word.rest === "" && word.kind !== "quoted";
  const rest = /^[\w+]*:\/\//.exec(word.rest)?.[0].length ?? 0;
  const range = { start: word.start, end: word.start + word.typed.length + rest };
  return schemes.map((info) => ({
    label: `${info.name}://`,
    kind: CompletionItemKind.Value,
    ...(withSkeleton ? { write: "snippet", text: skeletonOf(info) } : { write: "part", goesOn: true, range }),
    detail: "relay URL",
    usage: usageOf(info),
    ...(info.defaultPort !== undefined && { note: `port ${info.defaultPort}` }),
    data: { of: "scheme", name: info.name },
  }));
}

function usageOf({ label, defaultPort }: RelaySchemeInfo): string {
  return `${label ? "[LABEL@]" : ""}HOST${defaultPort === undefined ? ":PORT" : "[:PORT]"}`;
}

function skeletonOf({ name, label, defaultPort }: RelaySchemeInfo): string {
  const hole = (number: number, usual: string) => `\${${number}:${usual}}`;
  const port = defaultPort === undefined ? `:${hole(3, "24")}` : "";
  return `"${name}://${label ? `${hole(2, "label")}@` : ""}${hole(1, "mail.example.org")}${port}"`;
}

/** The port of the scheme first, then those of mail that begin as the scheme does. */
function portOffers({ word }: Cursor, info: RelaySchemeInfo | undefined, length: number): readonly Offer[] {
  const end = word.start + word.typed.length;
  const fitting = mailPorts.filter(({ mode }) => (mode === "smtps") === (info?.tls === "immediate"));
  const ports = new Set([
    ...(info?.defaultPort === undefined ? [] : [info.defaultPort]),
    ...fitting.map(({ port }) => port),
  ]);
  if (info?.name === "lmtp") ports.clear();
  return [...ports].map((port) => ({
    label: String(port),
    kind: CompletionItemKind.Value,
    write: "part",
    goesOn: true,
    detail: port === info?.defaultPort ? "default port" : "port",
    range: { start: end - length, end: end + (/^\d*/.exec(word.rest)?.[0].length ?? 0) },
    data: { of: "port", name: mailPorts.find((known) => known.port === port)?.name ?? "" },
  }));
}

/** The keys of the table that the action logs in with. */
function labelOffers(snapshot: Snapshot, cursor: Cursor, length: number): readonly Offer[] {
  const { word } = cursor;
  const argument = authOf(cursor)?.argument as TableArgument | undefined;
  if (argument === undefined) return [];
  const labels = new Set<string>();
  const sources = { model: snapshot.model, tableFiles: snapshot.analysis.tableFiles };
  forEachEntry(argument, sources, ({ key }) => labels.add(key).size < mostLabels);
  const end = word.start + word.typed.length;
  const rest = /^([^@]*)@/.exec(word.rest)?.[1];
  return [...labels]
    .filter((label) => /^[^\s"'@]+$/.test(label))
    .map((label) => ({
      label,
      kind: CompletionItemKind.Constant,
      write: "part",
      goesOn: true,
      text: rest === undefined ? `${label}@` : label,
      detail: "label of the credentials",
      range: { start: end - length, end: end + (rest?.length ?? 0) },
    }));
}

/** The `auth` of the action at the cursor, before or behind it. */
function authOf({ before, after, target }: Cursor): Option | undefined {
  const placeholder = before.at(-1);
  const head = expectedAfter(before, target).partial;
  const given = head === undefined ? [] : optionsOf(head);
  const begin = after.findIndex(({ kind, value }) => kind === "Keyword" && value === "auth");
  if (begin < 0 || placeholder === undefined) return given.find(({ name }) => name === "auth");
  const rest = expectedAfter([...before.slice(0, 3), ...after.slice(begin)], target).partial;
  return rest && optionsOf(rest).find(({ name }) => name === "auth");
}
