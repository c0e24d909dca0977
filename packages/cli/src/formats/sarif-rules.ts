import { type Check, checks, isInPreset, type Rule, rules } from "smtpd-conf";
import { pageOf } from "../package-info.ts";
import { pageText } from "../pages.ts";

/** What `ruleIndex` of a result points to. */
export interface SarifRule {
  readonly id: string;
  readonly [property: string]: unknown;
}

/** The rules that have reported something, in the order in which they first did. */
export interface UsedRules {
  readonly indexOf: (code: string) => number;
  readonly list: () => readonly SarifRule[];
}

export function openUsedRules(): UsedRules {
  const indexes = new Map<string, number>();
  return {
    indexOf: (code) => {
      const index = indexes.get(code) ?? indexes.size;
      indexes.set(code, index);
      return index;
    },
    list: () => [...indexes.keys()].map(describe),
  };
}

export const sarifLevels = { error: "error", warning: "warning", info: "note", hint: "note" } as const;

function describe(code: string): SarifRule {
  const check = checks.find((one) => one.code === code) ?? rules.find((one) => one.code === code);
  return check === undefined ? { id: code } : describeCheck(check);
}

/** GitHub shows `help` beside an alert, as Markdown where there is some. */
function describeCheck(check: Check | Rule): SarifRule {
  const { code, summary, severity } = check;
  const [page, address] = [pageText(code), pageOf(code)];
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    help: page === undefined ? { text: summary } : { text: summary, markdown: page },
    ...(address === null ? {} : { helpUri: address }),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: propertiesOf(check),
  };
}

/** `unused-table` → `UnusedTable` */
function pascalCase(code: string): string {
  return code.replace(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase());
}

/** GitHub ranks alerts by `precision`, and those of security by `security-severity`, from 0 to 10. */
function propertiesOf(check: Check | Rule): Readonly<Record<string, unknown>> {
  if (!isRule(check)) return { category: "check", precision: "very-high", tags: ["smtpd.conf", "check"] };
  const { category, severity } = check;
  const tags = ["smtpd.conf", category];
  if (!isInPreset(check, "security")) return { category, precision: "high", tags };
  return {
    category,
    precision: "high",
    tags: category === "security" ? tags : [...tags, "security"],
    "security-severity": securityScores[severity],
  };
}

function isRule(check: Check | Rule): check is Rule {
  return "category" in check;
}

/** What GitHub calls high (from 7.0), medium (from 4.0) and low. */
const securityScores = { error: "8.0", warning: "5.5", info: "3.0", hint: "2.0" } as const;
