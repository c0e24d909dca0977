import { type Check, isInPreset, type PresetName, presetNames, type Rule, type RuleOptions } from "smtpd-conf";
import { listed } from "./words.ts";

/** What there is to know of a check or a rule, for programs. */
export interface RuleDescription {
  readonly code: string;
  readonly kind: Check["kind"];
  readonly category: Rule["category"] | "syntax";
  readonly severity: Check["severity"];
  readonly recommended: boolean;
  /** The sets that it is in, but for the one of all; none for a check. */
  readonly presets: readonly PresetName[];
  /** What can be set of it, by name. */
  readonly options: RuleOptions;
  readonly fix: NonNullable<Rule["fix"]> | null;
  /** The first and the last release that it holds for; null where there is no such bound. */
  readonly since: string | null;
  readonly until: string | null;
  readonly summary: string;
}

export function describeRule(subject: Check | Rule): RuleDescription {
  const { code, kind, severity, summary } = subject;
  const rule = isRule(subject) ? subject : undefined;
  return {
    code,
    kind,
    category: rule?.category ?? "syntax",
    severity,
    recommended: rule?.recommended ?? true,
    presets: rule === undefined ? [] : presetNames.filter((name) => name !== "all" && isInPreset(rule, name)),
    options: rule?.options ?? {},
    fix: rule?.fix ?? null,
    since: rule?.since ?? null,
    until: rule?.until ?? null,
    summary,
  };
}

function isRule(subject: Check | Rule): subject is Rule {
  return subject.kind === "lint";
}

/** When a rule is on: `recommended`, `on in strict and security only`. */
export function whenOn({ recommended, presets }: Pick<RuleDescription, "recommended" | "presets">): string {
  if (recommended) return "recommended";
  return presets.length === 0 ? "off by default" : `on in ${listed(presets)} only`;
}

/** What a rule is, in a few words: `warning, security, on, from 7.3 on, fix suggested`. */
export function traitsOf({
  kind,
  severity,
  category,
  recommended,
  presets,
  since,
  until,
  fix,
}: RuleDescription): string {
  if (kind === "check") return "smtpd refuses it";
  const releases =
    since !== null && until !== null ? [`${since} to ${until}`] : since !== null ? [`from ${since} on`] : [];
  const last = since === null && until !== null ? [`up to ${until}`] : [];
  const fixes = fix === null ? [] : [fix === "safe" ? "fixed by --fix" : "fixed by --fix-suggested"];
  return [severity, category, whenOn({ recommended, presets }), ...releases, ...last, ...fixes].join(", ");
}
