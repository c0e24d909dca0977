import type { TableFiles } from "../model/table-files.ts";
import type { Line } from "../parser/ast/nodes.ts";
import { isSameList } from "../parser/same-list.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { CheckContext } from "./check.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LintGiven } from "./lint-stages.ts";
import { type FileText, moveBetween, movedWhole, textsOf } from "./moved-findings.ts";
import type { Rule } from "./rule.ts";
import { runChecks } from "./run-checks.ts";

/**
 * What rules about how statements play together found in the last version that all of them have seen. It holds as long as
 * the statements are the same: then only places move.
 */
export interface KeptAdvice {
  readonly basis: AdviceBasis;
  readonly texts: readonly FileText[];
  readonly byCode: ReadonlyMap<string, RuleAdvice>;
}

export interface RuleAdvice {
  /** With places as they were then. */
  readonly findings: readonly Diagnostic[];
  /** The rule asked the machine, which may answer otherwise the next time. */
  readonly isOfMachine: boolean;
}

/** What advice rests on, besides places. */
export interface AdviceBasis {
  readonly settings: string;
  readonly lines: readonly Line[];
  readonly rules: readonly MatchRule[];
  readonly tables: string;
  readonly files: string;
}

/** What the tables are, and what their files say. */
export function basisOf(settings: string, { configuration, model, analysis }: LintGiven): AdviceBasis {
  const { lines } = configuration;
  const tables = [...model.tables].map(([name, { kind, backend }]) => `${name} ${kind} ${backend}`).join("\n");
  const paths = lines.flatMap((line) => (line.kind === "TableDirective" ? (line.config?.value ?? []) : []));
  const files = analysis.tableFiles === undefined ? "" : textOfFiles(paths, analysis.tableFiles);
  return { settings, lines: lines.slice(), rules: analysis.ruleset().rules, tables, files };
}

function textOfFiles(configs: readonly string[], tableFiles: TableFiles): string {
  const texts: string[] = [];
  for (const config of new Set(configs)) {
    const path = config.slice(config.indexOf("/"));
    const found = tableFiles.forEachLine(path, ({ text, encoding }) => texts.push(text, encoding ?? "") > 0);
    texts.push(`${path} ${found}`);
  }
  return texts.join("\n");
}

/** Whether advice that rests on one of these holds for the other. */
function isSameBasis(one: AdviceBasis, other: AdviceBasis): boolean {
  return (
    one.settings === other.settings &&
    one.tables === other.tables &&
    one.files === other.files &&
    isSameList(one.lines, other.lines) &&
    isSameList(one.rules, other.rules)
  );
}

/** Runs a rule, and takes note whether it asks the machine. */
export function adviceOf(rule: Rule, given: LintGiven): RuleAdvice {
  let isOfMachine = false;
  const create: Rule["create"] = (context, options) => {
    const { report, ...rest } = context;
    const watched: CheckContext = {
      ...rest,
      report,
      get machine() {
        isOfMachine ||= given.machine !== undefined;
        return given.machine;
      },
    };
    return rule.create(watched, options);
  };
  const findings = runChecks([{ ...rule, create }], given);
  return { findings, isOfMachine };
}

/** Keeps what all rules have found. */
export function keepAdvice(
  basis: AdviceBasis,
  { configuration }: LintGiven,
  found: ReadonlyMap<string, RuleAdvice>,
): KeptAdvice {
  return { basis, texts: textsOf(configuration), byCode: found };
}

/** Gives the findings of a rule at their places of now, if that is all that has changed about them. */
type FindKept = (rule: Rule) => RuleAdvice | undefined;

/** What `kept` has for a version of another basis, or the same. */
export function findKept(kept: KeptAdvice | undefined, basis: AdviceBasis, { configuration }: LintGiven): FindKept {
  if (kept === undefined || !isSameBasis(kept.basis, basis)) return () => undefined;
  const moves = moveBetween(kept.texts, configuration);
  return ({ code }) => {
    const known = kept.byCode.get(code);
    if (known === undefined || known.isOfMachine) return undefined;
    const moved = known.findings.map((finding) => movedWhole(finding, moves));
    return moved.every((finding) => finding !== undefined) ? { ...known, findings: moved } : undefined;
  };
}
