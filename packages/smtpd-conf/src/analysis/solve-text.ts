import { type Literal, wantsEntry } from "./literal.ts";
import { isPossible, type TextOrigin } from "./possible-text.ts";
import { type Solution, searchText } from "./search-text.ts";
import { isAgainstUnlisted, isPlain, textCandidates } from "./text-candidates.ts";
import { languageOf } from "./text-language.ts";
import { type TextDimension, textShape } from "./text-shapes.ts";

/** What there is to know besides the literals. */
export interface TextSettings extends TextOrigin {
  readonly delimiter: string;
  /** Values to try first. */
  readonly preferred?: readonly string[] | undefined;
  /** Takes note of work that was done. */
  readonly spend?: ((work: number) => void) | undefined;
}

/** Candidates that are tried before all texts are walked through. */
const mostCandidates = 4000;

/** Finds a name, user or address for literals: by trying what their entries say, and else by walking through all texts. */
export function solveText(
  dimension: TextDimension,
  literals: readonly Literal[],
  settings: TextSettings,
  isMet: (text: string) => boolean,
): Solution {
  const holds = (text: string) => isPossible(dimension, text, settings) && isMet(text);
  const preferred = settings.preferred?.find(holds);
  if (preferred !== undefined) return { kind: "value", value: preferred };
  const known = literals.filter(({ condition }) => condition.table?.kind === "KnownTable");
  let left = mostCandidates;
  for (const text of textCandidates(dimension, known, settings.delimiter)) {
    if (left-- === 0) break;
    settings.spend?.(literals.length);
    if (holds(text)) return { kind: "value", value: text };
  }
  if (left >= 0 && known.every(isExhausted)) return { kind: "none" };
  return search(dimension, known, settings, holds);
}

/** Whether no other value than the candidates can do for a literal. */
function isExhausted(one: Literal): boolean {
  return isPlain(one.condition) && (wantsEntry(one) || !isAgainstUnlisted(one.condition));
}

function search(
  dimension: TextDimension,
  literals: readonly Literal[],
  { delimiter, internal = false, spend }: TextSettings,
  holds: (text: string) => boolean,
): Solution {
  const wanted = literals.map((one) => {
    const language = languageOf(one.condition, delimiter);
    return language && { language, member: wantsEntry(one) };
  });
  if (!wanted.every((one) => one !== undefined)) return { kind: "unknown" };
  const solution = searchText(textShape(dimension, internal), wanted, spend);
  if (solution.kind !== "value") return solution;
  return holds(solution.value) ? solution : { kind: "unknown" };
}
