import { type Continuation, type OptionInfo, type OptionNeighbours, type StatementInfo, statements } from "smtpd-conf";
import type { Cursor } from "../completion/cursor.ts";
import { optionInfos, type Slot, slotAt } from "../completion/slot.ts";
import { neighboursAt } from "../completion/statement-options.ts";
import { manualPage } from "../hover/manual-page.ts";
import type { Block } from "../markdown.ts";
import type { OptionParts } from "./option-parts.ts";
import type { SignaturePart } from "./signature.ts";

/** The statement at the cursor, and what is known of it. */
export interface WrittenStatement extends Continuation {
  readonly cursor: Cursor;
  readonly slot: Slot | undefined;
  readonly neighbours: OptionNeighbours;
  /** The option whose keyword or argument is being written. */
  readonly active: OptionInfo | undefined;
}

const alone: OptionNeighbours = { kind: "BrokenStatement", method: undefined, before: [], after: [] };

export function writtenStatement(cursor: Cursor, continuation: Continuation): WrittenStatement {
  const slot = slotAt(continuation);
  const neighbours = neighboursAt(cursor, continuation) ?? alone;
  return { ...continuation, cursor, slot, neighbours, active: activeOption(cursor, continuation, slot) };
}

/** The option whose keyword stands under the cursor, or before it, with its argument still to come. */
function activeOption(
  { word }: Cursor,
  { partial, tokens }: Continuation,
  slot: Slot | undefined,
): OptionInfo | undefined {
  if (partial === undefined) return undefined;
  const infos = optionInfos(partial, tokens.at(-1));
  const named = word.kind === "bare" ? infos.find(({ name }) => name === word.typed + word.rest) : undefined;
  return named ?? (slot?.kind === "option" || slot?.kind === "suffix" ? slot.info : undefined);
}

/** The statement of the catalogue with these words. */
export function statementNamed(words: string): StatementInfo | undefined {
  return (statements as readonly StatementInfo[]).find((info) => info.words.join(" ") === words);
}

/** The manual of the statement with these words. */
export function manualOf(words: string, { cursor }: WrittenStatement): readonly Block[] {
  const info = statementNamed(words);
  return info === undefined ? [] : manualPage([], info, cursor.target);
}

/** The option that is being written; where another one can begin, the first that is left. */
export function activeAmong({ slot }: WrittenStatement, { active, parts }: OptionParts): SignaturePart | undefined {
  return active ?? (slot === undefined || slot.kind === "option" ? parts[0] : undefined);
}
