import {
  argumentOf,
  isFilter,
  type Line,
  type ListenDirective,
  type Option,
  optionUsage,
  parseTableConfig,
  type TableBackendInfo,
  type TableDirective,
  type TableKind,
  type TableUse,
  tableBackends,
} from "smtpd-conf";
import { looksSecret } from "../looks-secret.ts";
import { type Block, code, list, manual, type Prose, paragraph, prose, strong } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import { builtinMeanings } from "./builtin-tables.ts";
import { lineLink, numberOf, placeLink, wordsShown } from "./place-links.ts";
import { shownOf } from "./shown-of.ts";
import { type EntriesOfTable, entriesOfTable, type ShownEntry } from "./table-entries.ts";
import { usesOfTable } from "./uses-of-table.ts";

/** A table: what it is, where its entries come from, the first of them, and what asks it. */
export function tableHover(snapshot: Snapshot, name: string, statement: TableDirective | undefined): readonly Block[] {
  const builtin = builtinMeanings[name];
  const uses = usesOfTable(snapshot, name);
  if (statement === undefined) {
    if (builtin === undefined) return [];
    return [paragraph(prose`${strong("Table")} ${code(name)}, which smtpd makes by itself: ${manual(builtin)}`)];
  }
  const entries = entriesOfTable(snapshot, statement);
  const kind = entries?.kind ?? snapshot.model.tables.get(name)?.kind;
  return [
    paragraph(prose`${strong("Table")} ${code(name)}: ${originOf(snapshot, statement, kind)}.`),
    ...backendOf(statement),
    ...entriesShown(statement, entries, uses),
    ...usesShown(snapshot, uses),
  ];
}

function originOf(snapshot: Snapshot, { name, entries, config }: TableDirective, kind: TableKind | undefined): Prose {
  const noun = kind === "list" || kind === "mapping" ? `a ${kind}` : "entries";
  if (entries !== undefined) return prose`${noun} on ${lineLink(snapshot, name)}`;
  const { backend, path } = parseTableConfig(config?.value ?? "");
  if (path === undefined) return prose`entries of ${code(backend)}`;
  if (backend === "static" || backend === "file") return prose`${noun} in the file ${fileLink(snapshot, path)}`;
  return prose`entries of ${code(backend)}, with ${code(path)}`;
}

/** The path of a file, which leads to it where it is at hand. */
function fileLink({ files }: Snapshot, path: string): Prose {
  const document = files.documentOf(path);
  return document === undefined ? [code(path)] : [{ kind: "link", text: path, uri: document.uri }];
}

function backendOf({ config }: TableDirective): readonly Block[] {
  if (config === undefined) return [];
  const { backend } = parseTableConfig(config.value);
  const info: TableBackendInfo | undefined = tableBackends.find(({ name }) => name === backend);
  return info === undefined || info.path === "entries" ? [] : [paragraph([manual(info.manual)])];
}

function entriesShown(
  statement: TableDirective,
  entries: EntriesOfTable | undefined,
  uses: readonly TableUse[],
): readonly Block[] {
  if (entries === undefined) return isFile(statement) ? [paragraph(prose`Its entries are not known here.`)] : [];
  const { total, first, kind, open } = entries;
  const number = `${open ? "more than " : ""}${total} ${total === 1 && !open ? "entry" : "entries"}`;
  const shown = shownOf(uses, kind);
  if (shown === "nothing") return [paragraph(prose`It has ${number}. What may be a password is not shown.`)];
  const words = first.map((entry) => entryText(entry, shown === "all"));
  const hidden = shown === "keys" && kind === "mapping" ? " Only the keys are shown." : "";
  return total === 0
    ? [paragraph(prose`It has no entries.`)]
    : [paragraph(prose`It has ${number}: ${wordsShown(words, total, open)}.${hidden}`)];
}

function isFile({ config }: TableDirective): boolean {
  const { backend, path } = parseTableConfig(config?.value ?? "");
  return path !== undefined && (backend === "static" || backend === "file");
}

function entryText({ key, value }: ShownEntry, whole: boolean): string {
  if (value === undefined || !whole) return looksSecret(key) ? "…" : key;
  return `${key} = ${looksSecret(value) ? "…" : value}`;
}

/** Uses that are told one by one. */
const mostUses = 6;

function usesShown(snapshot: Snapshot, uses: readonly TableUse[]): readonly Block[] {
  if (uses.length === 0) return [paragraph(prose`Nothing uses it.`)];
  const shown = uses.slice(0, uses.length <= mostUses + 1 ? uses.length : mostUses);
  const items = shown.map((use) => prose`${userLink(snapshot, use.line)}: ${code(purposeOf(use.option))}`);
  const left = uses.length - shown.length;
  return [paragraph(prose`Used by:`), list(left === 0 ? items : [...items, prose`${left} more`])];
}

/** The form of an option, with words in the place of what it takes. */
function purposeOf({ info, regex }: Option): string {
  const usage = optionUsage(info);
  return regex === undefined ? usage.replace("[regex] ", "") : usage.replace("[regex]", "regex");
}

/** What uses something: `rule 3`, `action "relay"`, `the listener on eth0 port 25`, else its line. */
export function userLink(snapshot: Snapshot, line: Line): Prose {
  switch (line.kind) {
    case "MatchDirective":
      return [placeLink(snapshot, `rule ${numberOf(snapshot, line)}`, line)];
    case "ActionDirective":
      return prose`${placeLink(snapshot, `action "${line.name.value}"`, line)}`;
    case "ListenDirective":
      return [placeLink(snapshot, `the listener on ${addressOf(line)}`, line)];
    default:
      return [isFilter(line) ? placeLink(snapshot, `filter "${line.name.value}"`, line) : lineLink(snapshot, line)];
  }
}

/** What tells a listener from the others: most servers have several on one address. */
function addressOf({ interface: address, options }: ListenDirective): string {
  const port = argumentOf(options.find(({ name }) => name === "port"));
  return `${address?.value ?? "the socket"}${port === undefined ? "" : ` port ${port}`}`;
}
