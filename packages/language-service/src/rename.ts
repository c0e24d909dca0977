import { byteLength, type Word } from "smtpd-conf";
import type { Position, Range, WorkspaceEdit } from "vscode-languageserver-types";
import { renameObstacle, tellsTagsApart } from "./name-obstacles.ts";
import { isMacroUse } from "./name-part.ts";
import { nameProblem } from "./name-rules.ts";
import { documentPlaces } from "./place-locations.ts";
import { rewriteWord } from "./rewrite-word.ts";
import type { Snapshot } from "./snapshot.ts";
import { type NamedSymbol, type NamePlace, symbolAt } from "./symbol-at.ts";
import { type NameKind, symbolIndexOf } from "./symbol-index.ts";
import { rangeIn } from "./to-lsp.ts";
import { type DocumentEdit, workspaceEdit } from "./workspace-edit.ts";

/** Why something cannot be done, in a sentence for the user. */
export interface Problem {
  readonly problem: string;
}

/** What of the text the editor offers for renaming, and the name to begin with. */
export interface RenameStart {
  readonly range: Range;
  readonly placeholder: string;
}

/** Whether the name under the cursor can be renamed. */
export function prepareRename(snapshot: Snapshot, position: Position): RenameStart | Problem {
  const symbol = symbolAt(snapshot, snapshot.document.offsetAt(position));
  if (symbol === undefined) return nothingThere;
  const problem = renameObstacle(snapshot, symbol);
  if (problem !== undefined) return { problem };
  return { range: rangeIn(snapshot.document, symbol.at.span), placeholder: writtenName(symbol.at) };
}

const nothingThere: Problem = { problem: "There is no name here that could be renamed." };

/**
 * Gives the thing under the cursor another name, in all files of the configuration. Names in quotes stay in quotes, others
 * get them where the new name needs them. A name that is taken, or that cannot be written, is refused.
 */
export function getRename(snapshot: Snapshot, position: Position, newName: string): WorkspaceEdit | Problem {
  const symbol = symbolAt(snapshot, snapshot.document.offsetAt(position));
  if (symbol === undefined) return nothingThere;
  const problem = renameObstacle(snapshot, symbol) ?? newNameProblem(snapshot, symbol, newName);
  if (problem !== undefined) return { problem };
  return workspaceEdit(editsFor(snapshot, symbol, newName));
}

function newNameProblem(snapshot: Snapshot, symbol: NamedSymbol, newName: string): string | undefined {
  if (newName === writtenName(symbol.at)) return undefined;
  const problem = nameProblem(symbol.kind, newName, snapshot.target) ?? clashProblem(snapshot, symbol, newName);
  if (problem !== undefined) return problem;
  const places = [...symbol.definitions, ...symbol.references];
  const narrow = places.find(({ span }) => byteLength(newName, span.source.encoding) !== byteLength(newName, "utf8"));
  if (narrow !== undefined)
    return `${narrow.span.source.path} is no UTF-8, so the name can have ASCII characters only.`;
  if (symbol.kind === "tag" && tellsTagsApart(snapshot, symbol.name, newName)) {
    return `A tag condition with an expression may take "${newName}" for another tag than "${symbol.name}".`;
  }
  return undefined;
}

/** Why a name is taken: something has it, or is asked for by it. */
function clashProblem(snapshot: Snapshot, { at, kind, name }: NamedSymbol, newName: string): string | undefined {
  const index = symbolIndexOf(snapshot.model);
  const self = index.heldBy(at.token);
  const asked = kind === "ca" || kind === "pki" ? newName.toLowerCase() : newName;
  for (const space of self?.twin === undefined ? [kind] : (["filter", "proc"] as const)) {
    const other = index.named(space, asked);
    if (other === undefined || other === self || other === self?.twin) continue;
    if (other.definitions.length > 0) return `There is already ${nouns[space]} "${newName}".`;
    return `"${newName}" is used as the name of ${nouns[space]} that is not defined; "${name}" would become it.`;
  }
  if (kind === "macro" && snapshot.configuration.macros.has(newName)) {
    return `There is already a macro "${newName}" on the command line.`;
  }
  return undefined;
}

const nouns: Readonly<Record<NameKind, string>> = {
  action: "an action",
  ca: "a ca",
  filter: "a filter",
  macro: "a macro",
  pki: "a pki",
  proc: "a proc",
  table: "a table",
  tag: "a tag",
  wrapper: "an mda wrapper",
};

function editsFor(snapshot: Snapshot, symbol: NamedSymbol, newName: string): readonly DocumentEdit[] {
  if (newName === writtenName(symbol.at)) return [];
  const places = documentPlaces(snapshot, [...symbol.definitions, ...symbol.references], ({ token }) => token);
  return places.map(({ document, item: { token, span } }) => {
    if (isMacroUse(token)) return { document, edit: { range: rangeIn(document, span), newText: newName } };
    const newText = rewriteWord(token as Word, newName, snapshot.target);
    return { document, edit: { range: rangeIn(document, token), newText } };
  });
}

/** The name as it is written at a place, without the escapes that quotes need. */
function writtenName({ token }: NamePlace): string {
  return isMacroUse(token) ? token.name : token.value;
}
