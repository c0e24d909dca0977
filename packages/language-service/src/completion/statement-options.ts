import {
  type Continuation,
  expectedAfter,
  type Option,
  type OptionNeighbours,
  type PartialStatement,
} from "smtpd-conf";
import type { Cursor } from "./cursor.ts";
import { optionInfos } from "./slot.ts";

/** The options before and behind the cursor, beside which another one would stand. */
export function neighboursAt(cursor: Cursor, { partial, tokens }: Continuation): OptionNeighbours | undefined {
  if (partial === undefined) return undefined;
  return {
    kind: partial.kind,
    method: partial.kind === "ActionDirective" ? partial.method?.name : undefined,
    before: optionsOf(partial),
    after: optionsBehind(cursor, partial, tokens),
  };
}

/** The options, conditions or parameters of a statement as far as it could be read. */
export function optionsOf(partial: PartialStatement): readonly Option[] {
  if ("conditions" in partial) return partial.conditions ?? [];
  return "options" in partial ? (partial.options ?? []) : [];
}

/** Reads what stands behind the cursor as if it followed the head of the statement. */
function optionsBehind(cursor: Cursor, partial: PartialStatement, tokens: Continuation["tokens"]): readonly Option[] {
  const head = tokens.slice(0, headLength(partial, tokens));
  const words = new Set<string>([...optionInfos(partial, undefined).map(({ name }) => name), "from", "for", "!"]);
  const begin = cursor.after.findIndex(({ quoted, value }) => !quoted && words.has(value));
  if (begin < 0 || head.length === 0) return [];
  const whole = expectedAfter([...head, ...cursor.after.slice(begin)], cursor.target).partial;
  return whole?.kind === partial.kind ? optionsOf(whole) : [];
}

/** How many tokens stand before the first option. */
function headLength(partial: PartialStatement, tokens: Continuation["tokens"]): number {
  switch (partial.kind) {
    case "MatchDirective":
      return 1;
    case "ListenDirective":
    case "ProcDirective":
      return 3;
    case "PkiDirective":
      return 2;
    case "ProcExecFilterDirective":
      return 4;
    case "ActionDirective": {
      const { method } = partial;
      return method === undefined ? 0 : tokens.filter(({ start }) => start < method.end).length;
    }
    default:
      return 0;
  }
}
