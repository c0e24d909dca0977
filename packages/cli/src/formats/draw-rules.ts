import { type RuleDescription, whenOn } from "./describe-rule.ts";
import { groupBy } from "./group-by.ts";
import type { Paint } from "./paint.ts";
import { several } from "./words.ts";
import { wrap } from "./wrap.ts";

/** Columns of the severity, the longest of which is "warning", with what divides it from the code. */
const severityWidth = 9;
const indent = 4;

/** A list of rules for the terminal: by category, each with its severity, its code and what it reports. */
export function drawRules(descriptions: readonly RuleDescription[], paint: Paint, width: number): string {
  const sections = groupBy(descriptions, ({ category }) => category).map((group) => drawGroup(group, paint, width));
  return `${[...sections, footer(descriptions)].join("\n\n")}\n`;
}

function drawGroup(group: readonly RuleDescription[], paint: Paint, width: number): string {
  const title = group[0]?.category === "syntax" ? "checks: what smtpd refuses" : (group[0]?.category ?? "");
  return [paint("strong", title), ...group.map((one) => drawRule(one, paint, width))].join("\n");
}

function drawRule(description: RuleDescription, paint: Paint, width: number): string {
  const { code, severity, summary, recommended, options, fix } = description;
  const remarks = [
    ...(recommended ? [] : [whenOn(description)]),
    ...(Object.keys(options).length === 0 ? [] : ["has options"]),
    ...(fix === null ? [] : ["can be fixed"]),
  ];
  const behind = remarks.length === 0 ? "" : paint("frame", `  (${remarks.join(", ")})`);
  const lines = wrap(summary, width - indent - severityWidth).map((line) => " ".repeat(indent + severityWidth) + line);
  return [
    `    ${paint(severity, severity)}${" ".repeat(severityWidth - severity.length)}${paint("strong", code)}${behind}`,
    ...lines,
  ].join("\n");
}

function footer(descriptions: readonly RuleDescription[]): string {
  const noun = descriptions[0]?.kind === "check" ? "check" : "rule";
  return `${several(descriptions.length, noun)}. smtpd-lint explain CODE shows the page about one.`;
}
