import type { Source } from "../../parser/source.ts";
import { readTemplate } from "../../parser/template/read-template.ts";
import type { Hole, Template } from "../../parser/template/template.ts";
import type { TemplateKind } from "../../parser/template/template-kind.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LintInput, LintResult } from "../lint-result.ts";
import { type RuleSelection, recommendedRules } from "../select-rules.ts";
import { certainFindings } from "./certain-findings.ts";
import { runTrials } from "./run-trials.ts";
import type { Bench } from "./trial.ts";

/**
 * Lints a template. It is filled in in many ways, with branches there or not and with values of several sorts, and each text
 * is linted (`lintText`). What is found in every one of them and touches nothing that is filled in is true of the template.
 * Whether smtpd takes the text that is made of it in the end nobody knows: `accepted` says that nothing is known against it.
 */
export function lintTemplate(
  input: LintInput,
  kind: TemplateKind,
  lintText: (input: LintInput, thorough?: boolean) => LintResult,
): LintResult {
  const template = readTemplate(input.text, kind);
  const plain = { ...input, template: undefined, rules: withoutUnused(input.rules) };
  const source: Source = { kind: "file", path: input.path, text: input.text, encoding: input.encoding ?? "utf8" };
  const bench: Bench = { template, source, input: plain, lintText, isInline: inlineHoles(template) };
  const diagnostics = certainFindings(bench, runTrials(bench));
  const rejected = diagnostics.some((one: Diagnostic) => one.kind === "check");
  const masked = lintText({ ...plain, text: template.text, rules: { preset: "none" } });
  return { ...masked, template: kind, suppressed: [], diagnostics, verdict: rejected ? "rejected" : "accepted" };
}

/** A comment that silences nothing in what a template is filled in with here can do so elsewhere. */
function withoutUnused(rules: RuleSelection = recommendedRules): RuleSelection {
  return { ...rules, disable: [...(rules.disable ?? []), "unused-suppression"] };
}

/** Whether a hole shares its line with text of the configuration. */
function inlineHoles({ source, holes }: Template): (hole: Hole) => boolean {
  let bare = "";
  let position = 0;
  for (const { start, end } of holes) {
    bare += source.slice(position, start) + source.slice(start, end).replace(/[^\n]/g, " ");
    position = end;
  }
  bare += source.slice(position);
  return ({ start, end }) => {
    const before = bare.slice(bare.lastIndexOf("\n", start - 1) + 1, start);
    const newline = bare.indexOf("\n", end);
    return `${before}${bare.slice(end, newline < 0 ? undefined : newline)}`.trim() !== "";
  };
}
