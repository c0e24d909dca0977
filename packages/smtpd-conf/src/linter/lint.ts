import { openAnalysis } from "../analysis/analysis.ts";
import { newestRelease, type Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import type { Line, Option } from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import type { Span } from "../parser/source.ts";
import type { Check, CheckContext, Problem, Visitor } from "./check.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { collectFindings, diagnosticFrom } from "./findings.ts";
import type { LintInput, LintResult } from "./lint-result.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { type RuleSelection, recommendedRules, selectRules } from "./select-rules.ts";
import { suppress } from "./suppressions/suppression-stage.ts";
import { lintTemplate } from "./template/lint-template.ts";

export type { LintInput, LintResult };

/** Reads a configuration, gives it meaning, and runs all checks and the chosen rules. Never throws for what the text says. */
export function lint(input: LintInput): LintResult {
  return input.template === undefined ? lintText(input) : lintTemplate(input, input.template, lintText);
}

/** `thorough`: all rules run, also where smtpd refuses a statement. */
function lintText(input: LintInput, thorough = false): LintResult {
  const configuration = parseConfiguration(input);
  const { target = newestRelease, readTableKind, machine, tableFiles, rules: selection = recommendedRules } = input;
  const model = buildModel(configuration, { target, readTableKind });
  const analysis = openAnalysis(model, { tableFiles, machine: machine?.facts });
  const given = { configuration, model, target, machine, analysis };
  const refusals = runChecks(checks, given);
  const rejected = isUnreadable(configuration) || refusals.length > 0;
  const ran = rulesToRun(selection, target, rejected, refusals, thorough);
  const found = runChecks(ran, given);
  const { advice, suppressed } = suppress({ found, ran, all: rules, checks, input: given, run: runChecks });
  const diagnostics = advice.length > 0 ? arrange([...refusals, ...advice]) : refusals;
  return {
    verdict: rejected ? "rejected" : "accepted",
    target,
    template: undefined,
    diagnostics,
    suppressed,
    configuration,
    model,
  };
}

/** Advice on how statements play together makes no sense where some are missing; none at all where a check dismisses the text. */
function rulesToRun(
  selection: RuleSelection,
  target: Release,
  rejected: boolean,
  refusals: readonly Diagnostic[],
  thorough: boolean,
): readonly Rule[] {
  const selected = selectRules(rules, selection, target);
  if (!rejected) return selected;
  const dismissed = checks.some(({ code, dismiss }) => dismiss !== undefined && refusals[0]?.code === code);
  return dismissed ? [] : selected.filter(({ scope }) => thorough || scope === "statement");
}

/** Whether the text alone is refused, whatever the checks find words for. */
function isUnreadable({ syntaxFailures, lexicalErrors }: Configuration): boolean {
  return syntaxFailures.length > 0 || lexicalErrors.length > 0;
}

/** Runs checks over a configuration in one walk, unless one of them dismisses it as a whole. */
export function runChecks(list: readonly Check[], given: Omit<CheckContext, "report">): Diagnostic[] {
  const dismissal = dismissalOf(list, given.configuration);
  if (dismissal !== undefined) return [dismissal];
  const found = collectFindings();
  let refused = false;
  const visitors = list.map((check) => {
    const report = (problem: Problem) => {
      refused ||= check.kind === "check";
      found.add(check, problem);
    };
    return { check, report, visitor: check.create({ ...given, report }) };
  });
  walk(
    given.configuration,
    given.model,
    visitors.map(({ visitor }) => visitor),
  );
  explainFailures(given.configuration, visitors);
  for (const { visitor } of visitors) visitor.end?.(refused);
  return arrange(found.list());
}

function dismissalOf(list: readonly Check[], configuration: Configuration): Diagnostic | undefined {
  for (const check of list) {
    const problem = check.dismiss?.(configuration);
    if (problem !== undefined) return diagnosticFrom(check, problem);
  }
  return undefined;
}

type Handler = (subject: never, line?: Line) => void;

/** The functions of all visitors by what they want to see. */
function handlersByKind(visitors: readonly Visitor[]): ReadonlyMap<string, readonly Handler[]> {
  const handlers = new Map<string, Handler[]>();
  for (const visitor of visitors) {
    for (const [kind, handler] of Object.entries(visitor)) {
      if (kind === "end" || kind === "explain") continue;
      const list = handlers.get(kind) ?? [];
      list.push(handler as Handler);
      handlers.set(kind, list);
    }
  }
  return handlers;
}

function walk(configuration: Configuration, model: Model, visitors: readonly Visitor[]): void {
  const handlers = handlersByKind(visitors);
  const send = (kind: string, subjects: readonly unknown[]) => {
    for (const handler of handlers.get(kind) ?? []) for (const subject of subjects) handler(subject as never);
  };
  walkLines(configuration.lines, handlers);
  send("Definition", model.definitions);
  send("Reference", model.references);
  send("TableUse", model.tableUses);
  send("LexicalError", configuration.lexicalErrors);
  send("NewerStatement", configuration.newerStatements);
  send("Inclusion", configuration.inclusions);
}

function walkLines(lines: readonly Line[], handlers: ReadonlyMap<string, readonly Handler[]>): void {
  const optionHandlers = handlers.get("Option") ?? [];
  for (const line of lines) {
    const forKind = handlers.get(line.kind);
    if (forKind) for (const handler of forKind) handler(line as never);
    if (optionHandlers.length > 0) {
      for (const option of optionsOf(line)) for (const handler of optionHandlers) handler(option as never, line);
    }
  }
}

const none: readonly Option[] = [];

/** The options, conditions and decisions of a statement, in order. */
export function optionsOf(line: Line): readonly Option[] {
  switch (line.kind) {
    case "MatchDirective":
      return line.conditions;
    case "ActionDirective":
      return [line.method, ...line.options];
    case "PhaseFilterDirective":
      return [line.condition, line.decision];
    case "ListenDirective":
    case "PkiDirective":
    case "ProcDirective":
    case "ProcExecFilterDirective":
    case "LimitDirective":
      return line.options;
    case "BrokenStatement":
      return optionsOfBroken(line);
    default:
      return none;
  }
}

/** The options that were read before the statement broke off. */
function optionsOfBroken({ partial }: Extract<Line, { kind: "BrokenStatement" }>): readonly Option[] {
  if (partial === undefined) return none;
  if ("conditions" in partial) return partial.conditions ?? none;
  return "options" in partial ? (partial.options ?? none) : none;
}

interface Running {
  readonly check: Check;
  readonly visitor: Visitor;
  readonly report: (problem: Problem) => void;
}

function explainFailures(configuration: Configuration, running: readonly Running[]): void {
  const explaining = running
    .filter(({ visitor }) => visitor.explain !== undefined)
    .sort((a, b) => (a.check.precedence ?? 50) - (b.check.precedence ?? 50));
  for (const failure of configuration.syntaxFailures) {
    if (failure.lexical) continue;
    for (const { visitor, report } of explaining) {
      const problem = visitor.explain?.(failure);
      if (problem === undefined) continue;
      report(problem);
      break;
    }
  }
}

/** Sorts findings by place and drops those that say the same of the same place. */
function arrange(found: readonly Diagnostic[]): Diagnostic[] {
  const keyed = found.map((diagnostic) => ({ diagnostic, key: placeKey(diagnostic.span) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  const seen = new Set<string>();
  return keyed
    .filter(({ diagnostic, key }) => {
      const identity = `${diagnostic.code} ${key.join(" ")} ${diagnostic.span.end}`;
      return !seen.has(identity) && seen.add(identity) !== undefined;
    })
    .map(({ diagnostic }) => diagnostic);
}

/** The offsets of the includes that lead to a place, and its own; each in the whole of its file. */
function placeKey(span: Span): number[] {
  const key: number[] = [];
  for (let place: Span | undefined = span; place !== undefined; place = place.source.includedBy) {
    key.push(place.start + (place.source.part?.offset ?? 0));
  }
  return key.reverse();
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
