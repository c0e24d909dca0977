import type { Model } from "../model/model.ts";
import type { MachineFacts } from "../runtime/machine-facts.ts";
import { delimiterOf } from "../runtime/ruleset.ts";
import { openRulesetMemory, type RulesetMemory } from "../runtime/ruleset-memory.ts";
import { openQuestionMemory, type QuestionMemory } from "./find-decided.ts";

/** What the analysis of one version of a file leaves to that of the next. It only saves work: answers are the same without. */
export interface AnalysisMemory {
  /** Takes in that there is a next version. */
  readonly begin: (model: Model) => void;
  /**
   * What is known for the release, machine and delimiter of a version; all is forgotten where one of these is another.
   * Undefined where it is not the last version any more: what is kept has moved on.
   */
  readonly continueWith: (model: Model, machine: MachineFacts | undefined) => KnownBefore | undefined;
}

export interface KnownBefore {
  readonly ruleset: RulesetMemory;
  readonly questions: QuestionMemory;
}

export function openAnalysisMemory(): AnalysisMemory {
  let known: (KnownBefore & { readonly basis: string }) | undefined;
  let last: Model | undefined;
  return {
    begin: (model) => {
      last = model;
    },
    continueWith: (model, machine) => {
      if (model !== last) return undefined;
      const delimiter = delimiterOf(model);
      const basis = JSON.stringify([model.target, delimiter, machine]);
      if (known?.basis !== basis)
        known = { basis, ruleset: openRulesetMemory(), questions: openQuestionMemory(delimiter) };
      return known;
    },
  };
}
