import type { LocationLink, Position } from "vscode-languageserver-types";
import { targetOfName } from "./definition.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";
import { type NamePlace, symbolAt, symbolNamed } from "./symbol-at.ts";
import { type Target, targetIn, targetLinks } from "./target-links.ts";

/**
 * What does the work of the filter or proc under the cursor: the command of a process, what a phase filter does, of a
 * chain the definition of each member. Nothing for other names.
 */
export function getImplementations(snapshot: Snapshot, position: Position): LocationLink[] {
  const symbol = symbolAt(snapshot, snapshot.document.offsetAt(position));
  if (symbol?.kind !== "filter" && symbol?.kind !== "proc") return [];
  const targets = symbol.definitions.flatMap((place) => workersOf(snapshot, place));
  return targetLinks(snapshot, symbol.at.span, targets);
}

function workersOf(snapshot: Snapshot, { line }: NamePlace): readonly Target[] {
  const statement = statementOf(line);
  if (line === undefined || statement === undefined) return [];
  switch (statement.kind) {
    case "ProcDirective":
    case "ProcExecFilterDirective":
      return statement.command === undefined ? [] : [targetIn(line, statement.command)];
    case "PhaseFilterDirective":
      return statement.decision === undefined ? [] : [targetIn(line, statement.decision)];
    case "ProcFilterDirective":
      return statement.proc === undefined ? [] : definitionsOf(snapshot, "proc", statement.proc.value);
    case "ChainFilterDirective":
      return (statement.filters?.names ?? []).flatMap(({ value }) => definitionsOf(snapshot, "filter", value));
    default:
      return [];
  }
}

function definitionsOf(snapshot: Snapshot, kind: "filter" | "proc", name: string): readonly Target[] {
  return symbolNamed(snapshot, kind, name)?.definitions.map(targetOfName) ?? [];
}
