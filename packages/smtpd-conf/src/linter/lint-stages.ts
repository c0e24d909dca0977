import { openAnalysis } from "../analysis/analysis.ts";
import type { AnalysisMemory } from "../analysis/analysis-memory.ts";
import { newestRelease } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import type { ModelMemory } from "../model/model-memory.ts";
import type { Configuration } from "../parser/configuration.ts";
import { arrange } from "./arrange.ts";
import type { CheckContext } from "./check.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LintInput, LintResult } from "./lint-result.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { runChecks } from "./run-checks.ts";
import { recommendedRules, selectRules } from "./select-rules.ts";
import { suppress } from "./suppressions/suppression-stage.ts";

/** What all checks and rules of a run are given. */
export type LintGiven = Omit<CheckContext, "report">;

/** What one version of a configuration leaves to the meaning of the next. */
export interface MemoryOfMeaning {
  readonly model: ModelMemory;
  readonly analysis: AnalysisMemory;
}

/** Gives a configuration meaning. What would be done with mail is only found out when somebody asks. */
export function interpret(input: LintInput, configuration: Configuration, memory?: MemoryOfMeaning): LintGiven {
  const { target = newestRelease, readTableKind, machine, tableFiles } = input;
  const model = buildModel(configuration, { target, readTableKind, memory: memory?.model });
  const analysis = openAnalysis(model, { tableFiles, machine: machine?.facts, memory: memory?.analysis });
  return { configuration, model, target, machine, analysis };
}

/** What smtpd says of a configuration, and the rules that are to run then. */
export interface Judgement {
  readonly verdict: LintResult["verdict"];
  readonly refusals: readonly Diagnostic[];
  readonly rules: readonly Rule[];
}

/** Makes the judgement of what the checks have found. `selected`: the rules that were asked for. `thorough`: all rules run, also where smtpd refuses a statement. */
export function judge(
  selected: readonly Rule[],
  { configuration }: LintGiven,
  refusals: readonly Diagnostic[],
  thorough = false,
): Judgement {
  const rejected = isUnreadable(configuration) || refusals.length > 0;
  const chosen = rejected ? rulesOfRejected(selected, refusals, thorough) : selected;
  return { verdict: rejected ? "rejected" : "accepted", refusals, rules: chosen };
}

/** The rules that were asked for. */
export function selectedRules({
  rules: selection = recommendedRules,
  target = newestRelease,
}: LintInput): readonly Rule[] {
  return selectRules(rules, selection, target);
}

/** Advice on how statements play together makes no sense where some are missing; none at all where a check dismisses the text. */
function rulesOfRejected(
  selected: readonly Rule[],
  refusals: readonly Diagnostic[],
  thorough: boolean,
): readonly Rule[] {
  const dismissed = checks.some(({ code, dismiss }) => dismiss !== undefined && refusals[0]?.code === code);
  return dismissed ? [] : selected.filter(({ scope }) => thorough || scope === "statement");
}

/** Whether the text alone is refused, whatever the checks find words for. */
export function isUnreadable({ syntaxFailures, lexicalErrors }: Configuration): boolean {
  return syntaxFailures.length > 0 || lexicalErrors.length > 0;
}

/** Puts together what was found. `found` is what all the rules to run have found, arranged. */
export function conclude(given: LintGiven, judgement: Judgement, found: readonly Diagnostic[]): LintResult {
  const { verdict, refusals, rules: ran } = judgement;
  const { configuration, model, target, analysis } = given;
  const { advice, suppressed } = suppress({ found, ran, all: rules, checks, input: given, run: runChecks });
  const diagnostics = advice.length > 0 ? arrange([...refusals, ...advice]) : refusals;
  return { verdict, target, template: undefined, diagnostics, suppressed, configuration, model, analysis };
}
