import { identityOf, isFilter, type Line, type PkiDirective, pkiParameters, textOf, type Word } from "smtpd-conf";
import { type Block, clause, code, codeBlock, joined, type Prose, paragraph, prose, strong } from "../markdown.ts";
import { shortText } from "../short-text.ts";
import type { Snapshot } from "../snapshot.ts";
import type { NamedSymbol, NamePlace } from "../symbol-at.ts";
import { actionHover } from "./action-hover.ts";
import { filterHover } from "./filter-hover.ts";
import { placesLinked } from "./place-links.ts";
import { tableHover, userLink } from "./table-hover.ts";

/** A name under the cursor: what it stands for, and where it is used. */
export function nameHover(snapshot: Snapshot, symbol: NamedSymbol): readonly Block[] {
  const line = symbol.definitions.find(({ line }) => line !== undefined && line.kind !== "BrokenStatement")?.line;
  if (symbol.kind === "tag") return tagHover(snapshot, symbol);
  if (symbol.kind === "table") {
    const blocks = tableHover(snapshot, symbol.name, line?.kind === "TableDirective" ? line : undefined);
    if (blocks.length > 0) return blocks;
  }
  if (line === undefined) return [paragraph(unknownName(symbol))];
  return statementHover(snapshot, symbol, line);
}

function statementHover(snapshot: Snapshot, symbol: NamedSymbol, line: Line): readonly Block[] {
  switch (line.kind) {
    case "ActionDirective":
      return [...definitionOf(symbol, line), ...actionHover(snapshot, line)];
    case "PkiDirective":
      return pkiHover(snapshot, symbol);
    case "CaDirective":
      return hoverOf(snapshot, symbol, prose`the authorities in the file ${code(line.cert.value)}.`);
    case "WrapperDirective":
      return hoverOf(snapshot, symbol, prose`a command around deliveries, ${code(line.command.value)}.`);
    case "ProcDirective": {
      const program = prose`the program ${code(line.command.value)}, which runs as ${clause(identityOf(line.options))}.`;
      return hoverOf(snapshot, symbol, program);
    }
    default:
      return isFilter(line) ? filterHover(snapshot, line) : [];
  }
}

/** The statement of a name on one line, where the name is used. */
function definitionOf({ at }: NamedSymbol, line: Line): readonly Block[] {
  return at.role === "definition" ? [] : [codeBlock(shortText(textOf(line), 300))];
}

/** A name whose statement cannot be read, or that has none. */
function unknownName({ kind, name, definitions }: NamedSymbol): Prose {
  const title = prose`${strong(titles[kind])} ${code(name)}`;
  return definitions.length === 0
    ? prose`${title}: no statement defines it.`
    : prose`${title}: its statement has a mistake, so that smtpd does not know it.`;
}

/** What a name is a name of, at the beginning of a line. */
const titles: Readonly<Record<NamedSymbol["kind"], string>> = {
  table: "Table",
  action: "Action",
  filter: "Filter",
  proc: "Process",
  wrapper: "Wrapper",
  pki: "Certificate",
  ca: "Authority",
  tag: "Tag",
  macro: "Macro",
};

function hoverOf(snapshot: Snapshot, symbol: NamedSymbol, meaning: Prose): readonly Block[] {
  return [
    paragraph(prose`${strong(titles[symbol.kind])} ${code(symbol.name)}: ${meaning}`),
    paragraph(usedBy(snapshot, symbol.references)),
  ];
}

function usedBy(snapshot: Snapshot, references: readonly NamePlace[]): Prose {
  const lines = [...new Set(references.flatMap(({ line }) => line ?? []))];
  if (lines.length === 0) return prose`Nothing uses it.`;
  return prose`Used by ${placesLinked(lines.map((line) => userLink(snapshot, line)))}.`;
}

/** Several statements about one certificate add up, and the last of equal parameters counts. */
function pkiHover(snapshot: Snapshot, symbol: NamedSymbol): readonly Block[] {
  const lines = symbol.definitions.flatMap(({ line }) => (line?.kind === "PkiDirective" ? [line] : []));
  const parts = pkiParameters.flatMap(({ name }) => {
    const value = parameterOf(lines, name);
    return value === undefined ? [] : [prose`${code(name)} ${code(value)}`];
  });
  const missing = ["cert", "key"].filter((name) => parameterOf(lines, name) === undefined);
  const lack = missing.length === 0 ? "" : ` It has no ${missing.join(" and no ")}, which smtpd refuses.`;
  return hoverOf(snapshot, symbol, prose`${parts.length === 0 ? "nothing yet" : joined(parts)}.${lack}`);
}

function parameterOf(lines: readonly PkiDirective[], name: string): string | undefined {
  const option = lines.flatMap(({ options }) => options).findLast((one) => one.name === name);
  return (option?.argument as Word | undefined)?.value;
}

function tagHover(snapshot: Snapshot, symbol: NamedSymbol): readonly Block[] {
  const set = [...new Set(symbol.definitions.flatMap(({ line }) => line ?? []))];
  const asked = [...new Set(symbol.references.flatMap(({ line }) => line ?? []))];
  const setters = placesLinked(set.map((line) => userLink(snapshot, line)));
  const askers = placesLinked(asked.map((line) => userLink(snapshot, line)));
  const who = set.length === 0 ? prose`no listener sets it, so it never matches.` : prose`set by ${setters}.`;
  const asking = asked.length === 0 ? prose`No rule asks for it.` : prose`Asked for by ${askers}.`;
  return [paragraph(prose`${strong("Tag")} ${code(symbol.name)}: ${who}`), paragraph(asking)];
}
