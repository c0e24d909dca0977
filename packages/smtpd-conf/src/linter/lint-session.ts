import { openAnalysisMemory } from "../analysis/analysis-memory.ts";
import type { Configuration } from "../parser/configuration.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import type { TextChange } from "../parser/update/text-change.ts";
import { updateConfiguration } from "../parser/update-configuration.ts";
import { arrange } from "./arrange.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import {
  adviceOf,
  basisOf,
  type FindKept,
  findKept,
  isSameBasis,
  type KeptAdvice,
  keepAdvice,
  type RuleAdvice,
} from "./kept-advice.ts";
import { lint } from "./lint.ts";
import type { LintInput, LintResult } from "./lint-result.ts";
import { conclude, interpret, type Judgement, judge, type LintGiven } from "./lint-stages.ts";
import { moveBetween, movedFinding } from "./moved-findings.ts";
import type { Rule } from "./rule.ts";
import { runChecks } from "./run-checks.ts";
import { openSilence, type Silence } from "./silence.ts";

/** A configuration that is being edited: linted again after each change; what did not change is kept. */
export interface LintSession {
  /** Takes in a text (with the changes that lead to it from the last one, where they are known) and begins to lint it. */
  readonly update: (input: LintInput, changes?: readonly TextChange[]) => LintRun;
}

/** The linting of one text. */
export interface LintRun {
  /**
   * At once: what smtpd refuses, all findings of rules about single statements, and for the rest what was found the last
   * time where it still has a place.
   */
  readonly first: LintResult;
  /**
   * Works on in steps of a few milliseconds; each `next()` is one step; the last one returns the complete result, equal to
   * what `lint` gives. An abandoned run needs no closing; what it worked out is kept for the next.
   */
  readonly rest: () => Generator<void, LintResult>;
}

/** What is kept as long as the settings are the same. */
interface Kept {
  readonly settings: string;
  readonly ofChecks: Silence;
  readonly ofRules: Silence;
}

function openKept(settings: string): Kept {
  return { settings, ofChecks: openSilence(), ofRules: openSilence() };
}

/** Opens a session without any text. */
export function openLintSession(): LintSession {
  let last: KeptAdvice | undefined;
  let previous: Configuration | undefined;
  const memory = openAnalysisMemory();
  let kept = openKept("");
  return {
    update: (input, changes) => {
      if (input.template !== undefined) return completeRun(lint(input));
      const configuration =
        previous === undefined || changes === undefined
          ? parseConfiguration(input)
          : updateConfiguration(previous, input, changes);
      previous = configuration;
      const given = interpret(input, configuration, memory);
      const settings = JSON.stringify([given.target, input.rules, input.machine === undefined]);
      if (kept.settings !== settings) kept = openKept(settings);
      const judgement = judge(input, given, runChecks(checks, given, kept.ofChecks));
      const [quick, slow] = byScope(judgement.rules);
      const found = runChecks(quick, given, quick.length > 0 ? kept.ofRules : undefined);
      const old = slow.length > 0 && last !== undefined ? movedAdvice(last, given) : [];
      return {
        first: conclude(given, { ...judgement, rules: quick }, arrange([...found, ...old])),
        rest: function* () {
          const advice = new Map<string, RuleAdvice>();
          const basis = slow.length > 0 ? basisOf(settings, given) : undefined;
          const isSame = last !== undefined && basis !== undefined && isSameBasis(last.basis, basis);
          const find: FindKept = last !== undefined && isSame ? findKept(last, given) : () => undefined;
          for (const rule of slow) {
            const known = find(rule);
            advice.set(rule.code, known ?? adviceOf(rule, given));
            if (known === undefined) yield;
          }
          if (basis !== undefined) last = keepAdvice(basis, given, advice);
          const all = [...advice.values()].flatMap(({ findings }) => findings);
          return conclude(given, judgement, arrange([...found, ...all]));
        },
      };
    },
  };
}

function completeRun(result: LintResult): LintRun {
  const rest = function* () {
    yield;
    return result;
  };
  return { first: result, rest };
}

/** The rules about single statements, and the others. */
function byScope(rules: Judgement["rules"]): readonly [readonly Rule[], readonly Rule[]] {
  return [rules.filter(({ scope }) => scope === "statement"), rules.filter(({ scope }) => scope === "configuration")];
}

/** What was found the last time, where it still has a place. */
function movedAdvice({ texts, byCode }: KeptAdvice, { configuration }: LintGiven): readonly Diagnostic[] {
  const { move } = moveBetween(texts, configuration);
  return [...byCode.values()].flatMap(({ findings }) =>
    findings.flatMap((finding) => movedFinding(finding, move) ?? []),
  );
}
