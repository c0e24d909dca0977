import {
  type Check,
  checks,
  isInPreset,
  type PresetName,
  presetNames,
  type Rule,
  type RuleCategory,
  rules,
} from "smtpd-conf";

/** What each category is about, in the order of the page. */
export const categoryTitles: Readonly<Record<RuleCategory, string>> = {
  security: "Security: what lets in or out what it should not",
  intent: "Intent: what does something else than it seems to",
  type: "Values: what can do nothing where it stands",
  "dead-code": "Dead code: what has no effect",
  deprecated: "Old forms",
  portability: "Portability: what other releases and systems read in another way",
  style: "Style",
};

/** What the checks are about. */
export const checksTitle = "Checks: what smtpd refuses";

/** The text of `RULES.md`: all checks and rules with what there is to know of each. */
export function generateRulesPage(): string {
  const categories = Object.keys(categoryTitles) as RuleCategory[];
  const introduction = [
    "<!-- Written by `npm run generate` from src/linter. Do not edit. -->",
    "# Checks and rules",
    "",
    `smtpd refuses a configuration for ${checks.length} kinds of mistake: these are the checks, which cannot be switched off. What it`,
    `lets through is for the ${rules.length} rules, of which \`--rules SET\` chooses some, \`--enable CODE\` one more, \`--disable CODE\` one`,
    "less. Each code leads to its page.",
    "",
    `- **recommended** (${sizeOf("recommended")}) is on unless somebody says otherwise: what hardly anybody would mind.`,
    `- **strict** (${sizeOf("strict")}) has these too, and what a careful team wants besides.`,
    `- **security** (${sizeOf("security")}) guards against relaying, forged senders, and the loss of secrets or of TLS, and has nothing else.`,
    "- **all** is all of them, **none** leaves the checks alone.",
    "",
    "Severities and what can be set of a rule stand in a settings file; an asterisk marks the rules with options.",
    "",
  ];
  return [...introduction, ...categories.flatMap(categorySection), ...checkSection()].join("\n");
}

/** The rules of a category, by code. */
export function rulesOf(category: RuleCategory): readonly Rule[] {
  return rules.filter((rule) => rule.category === category);
}

function categorySection(category: RuleCategory): readonly string[] {
  const head = ["| code | what it reports | severity | in | fix |", "| --- | --- | --- | --- | --- |"];
  return [`## ${categoryTitles[category]}`, "", ...head, ...rulesOf(category).map(ruleRow), ""];
}

function ruleRow(rule: Rule): string {
  const { summary, severity, options, fix = "" } = rule;
  const name = `${link(rule)}${options === undefined ? "" : " \\*"}`;
  const cells = [name, `${escaped(summary)}${releasesOf(rule)}`, severity, setsOf(rule), fix];
  return `| ${cells.join(" | ")} |`;
}

/** The sets that a rule is in: what is recommended is in strict, too. */
function setsOf(rule: Rule): string {
  const names = presetNames.filter((name) => name !== "all" && isInPreset(rule, name));
  return names.filter((name) => name !== "strict" || !rule.recommended).join(", ");
}

function sizeOf(preset: PresetName): number {
  return rules.filter((rule) => isInPreset(rule, preset)).length;
}

/** ` (From 7.3 on.)`; nothing where it holds for all releases. */
function releasesOf({ since, until }: Rule): string {
  if (since !== undefined && until !== undefined) return ` (${since} to ${until}.)`;
  if (since !== undefined) return ` (From ${since} on.)`;
  return until === undefined ? "" : ` (Up to ${until}.)`;
}

function checkSection(): readonly string[] {
  const head = [`## ${checksTitle}`, "", "| code | what smtpd demands |", "| --- | --- |"];
  return [...head, ...checks.map((check) => `| ${link(check)} | ${escaped(check.summary)} |`), ""];
}

function link({ code, kind }: Check): string {
  return `[${code}](src/linter/${kind === "check" ? "checks" : "rules"}/${code}.md)`;
}

function escaped(text: string): string {
  return text.replace(/[|*_<>[\]]/g, "\\$&");
}
