import {
  type Inclusion,
  isAtLeast,
  type Line,
  parseTableConfig,
  type Span,
  type TableBackendInfo,
  type Token,
  tableBackends,
  type ValueSyntax,
  valueSyntaxes,
} from "smtpd-conf";
import { type Block, code, link, manual, paragraph, prose } from "../markdown.ts";
import type { Snapshot } from "../snapshot.ts";
import { delayHover, sizeHover } from "./number-hovers.ts";
import { replyHover } from "./reply-hover.ts";

/**
 * What a string, number or size of this form means. Of what is only a text, the page of the word before it tells what it is
 * for, and the manual of the form how it is written.
 */
export function syntaxHover(
  snapshot: Snapshot,
  syntax: ValueSyntax,
  { value }: Token,
  page: readonly Block[],
): readonly Block[] {
  const reading = readingOf(snapshot, syntax, value);
  if (reading.length > 0 && syntax !== "path") return reading;
  return [...reading, ...page, ...manualOf(syntax)];
}

function readingOf(snapshot: Snapshot, syntax: ValueSyntax, text: string): readonly Block[] {
  switch (syntax) {
    case "delay":
      return delayHover(text);
    case "size":
      return sizeHover(text);
    case "reply":
      return replyHover(text);
    case "path":
      return pathHover(snapshot, text);
    default:
      return [];
  }
}

function manualOf(syntax: ValueSyntax): readonly Block[] {
  const info = valueSyntaxes.find(({ name }) => name === syntax);
  return info === undefined || syntax === "text" || syntax === "path" ? [] : [paragraph([manual(info.manual)])];
}

/** A path, which leads to its file where that is at hand. */
function pathHover({ files }: Snapshot, path: string): readonly Block[] {
  const document = files.documentOf(path);
  return document === undefined ? [] : [paragraph(prose`The file ${link(path, document.uri)}.`)];
}

/** The second word of a `table` statement: the backend, and what it is given. */
export function tableConfigHover(snapshot: Snapshot, { value }: Token): readonly Block[] {
  const { backend, path } = parseTableConfig(value);
  const info: TableBackendInfo | undefined = tableBackends.find(({ name }) => name === backend);
  const file = path === undefined ? [] : pathHover(snapshot, path);
  if (info === undefined) {
    return [paragraph(prose`The table program ${code(`table-${backend}`)} is asked, with ${code(path ?? "no path")}.`)];
  }
  const changes = (info.changes ?? []).filter(({ release }) => isAtLeast(snapshot.target, release));
  const notes = changes.map(({ release, text }) => paragraph(prose`From ${release} on: ${manual(text)}`));
  return [...file, paragraph([manual(info.manual)]), ...notes];
}

/** The file that an `include` names: what became of it. */
export function includeHover(snapshot: Snapshot, line: Line, { value }: Token): readonly Block[] {
  const inclusion = snapshot.configuration.inclusions.find(({ statement }) => statement === line);
  const failure = inclusion?.failure;
  if (failure !== undefined) return [paragraph(prose`The file ${code(value)} is not read: ${reasons[failure]}.`)];
  const source = snapshot.configuration.sources.find(({ includedBy }) => isWithin(includedBy, line));
  const count = snapshot.configuration.lines.filter((other) => other.source === source).length;
  return [
    ...pathHover(snapshot, value),
    paragraph(prose`It is read in this place, with ${count} ${count === 1 ? "statement" : "statements"} of its own.`),
  ];
}

function isWithin(span: Span | undefined, line: Line): boolean {
  return span?.source === line.source && line.start <= span.start && span.end <= line.end;
}

const reasons: Readonly<Record<NonNullable<Inclusion["failure"]>, string>> = {
  missing: "it is not there",
  directory: "it is a directory",
  denied: "permission is denied",
  special: "it is no ordinary file",
  "too-large": "it is too large",
  outside: "it lies outside of what may be read here",
  cycle: "it would include itself",
  "too-many": "too many files are included already",
};
