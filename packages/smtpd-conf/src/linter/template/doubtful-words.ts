import type { Source, Span } from "../../parser/source.ts";
import type { Trial } from "./trial.ts";
import type { UnknownParts } from "./unknown-parts.ts";

/** A word whose meaning depends on what is not known: a finding at it is not certain. */
export interface DoubtfulWord extends Span {
  /** `missing`: only findings that something is missing; `configuration`: only those about how statements play together. */
  readonly concerns: "checks" | "rules" | "missing" | "configuration";
}

/** Names that a value can define or use, or statements that are not shown can. */
export function doubtfulWords(trials: readonly Trial[], source: Source, unknown: UnknownParts): DoubtfulWord[] {
  const words = new Map<string, DoubtfulWord>();
  for (const trial of trials) {
    const { definitions, references } = trial.result.model;
    const add = (word: Span, concerns: DoubtfulWord["concerns"]) => {
      const span = placeOf(word, trial, source);
      if (span) words.set([span.source.path, span.start, span.end, concerns].join(" "), { ...span, concerns });
    };
    for (const { state, space, word, line } of references) {
      if (state === "known" || !(unknown.statements || unknown.defined.has(space))) continue;
      add(word, "checks");
      add(line, "rules");
    }
    for (const { space, word } of definitions) {
      if (unknown.used.has(space)) add(word, "configuration");
      if (unknown.defined.has(space)) add(word, "missing");
    }
  }
  return [...words.values()];
}

/** The place in the template of a word of a filling. */
function placeOf(word: Span, { result, rendering }: Trial, source: Source): Span | undefined {
  if (word.source !== result.configuration.sources[0]) return { source: word.source, start: word.start, end: word.end };
  const range = rendering.rangeInTemplate(word);
  return range && { source, ...range };
}
