import { parseConfiguration } from "../parser/parse-configuration.ts";
import { checks } from "./checks.ts";
import type { LintInput, LintResult } from "./lint-result.ts";
import { conclude, interpret, judge, selectedRules } from "./lint-stages.ts";
import { runChecks } from "./run-checks.ts";
import { lintTemplate } from "./template/lint-template.ts";

export type { LintInput, LintResult };

/** Reads a configuration, gives it meaning, and runs all checks and the chosen rules. Never throws for what the text says. */
export function lint(input: LintInput): LintResult {
  return input.template === undefined ? lintText(input) : lintTemplate(input, input.template, lintText);
}

/** `thorough`: all rules run, also where smtpd refuses a statement. */
function lintText(input: LintInput, thorough = false): LintResult {
  const given = interpret(input, parseConfiguration(input));
  const judgement = judge(selectedRules(input), given, runChecks(checks, given), thorough);
  return conclude(given, judgement, runChecks(judgement.rules, given));
}
