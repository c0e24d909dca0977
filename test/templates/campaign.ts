import type { Diagnostic } from "../../packages/smtpd-conf/src/linter/diagnostic.ts";
import type { LintResult } from "../../packages/smtpd-conf/src/linter/lint.ts";
import { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import { rules } from "../../packages/smtpd-conf/src/linter/rules.ts";
import { parseConfiguration } from "../../packages/smtpd-conf/src/parser/parse-configuration.ts";
import { generateConfiguration } from "../conformance/generate.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { type Filled, fillTemplate } from "./fill-template.ts";
import { makeTemplate, printTemplate } from "./make-template.ts";

/** A finding of a template that a filling does not have. */
export interface FalseAlarm {
  readonly code: string;
  readonly line: number;
  readonly template: string;
  readonly filled: string;
}

export interface CampaignResult {
  readonly fillings: number;
  /** Findings of templates, and those of them that checks made. */
  readonly findings: number;
  readonly refusals: number;
  readonly falseAlarms: readonly FalseAlarm[];
  readonly codes: ReadonlyMap<string, number>;
}

/** Makes templates of generated configurations, fills them in, and looks for findings that do not hold. */
export function runCampaign(seed: number, templates: number, fillingsEach: number): CampaignResult {
  const falseAlarms: FalseAlarm[] = [];
  const codes = new Map<string, number>();
  let [findings, refusals] = [0, 0];
  for (let index = 0; index < templates; index++) {
    const random = createRandom(seedOf(seed, index));
    const text = generateConfiguration(random, "7.9");
    const rows = makeTemplate(text, random);
    const template = printTemplate(rows);
    const { diagnostics } = lintAll(template, "jinja");
    findings += diagnostics.length;
    refusals += diagnostics.filter(({ kind }) => kind === "check").length;
    for (const { code } of diagnostics) codes.set(code, (codes.get(code) ?? 0) + 1);
    const words = wordsOf(text);
    const others = statementsOf(generateConfiguration(random, "7.9"));
    for (let count = 0; count < fillingsEach; count++) {
      falseAlarms.push(...alarmsIn(template, diagnostics, fillTemplate(rows, random, words, others)));
    }
  }
  return { fillings: templates * fillingsEach, findings, refusals, falseAlarms, codes };
}

/** The findings of a template that one filling of it should have, and has not. */
function alarmsIn(template: string, diagnostics: readonly Diagnostic[], { text, lineNumbers }: Filled): FalseAlarm[] {
  const result = lintAll(text, undefined);
  const found = linesByCode(result, lineNumbers);
  const silent = silentLines(result, lineNumbers);
  const shown = new Set(lineNumbers);
  return diagnostics.flatMap(({ code, span }) => {
    const line = lineAt(template, span.start);
    const holds =
      found.has(`${code} ${line}`) || found.has(`${otherNames[code]} ${line}`) || hasElsewhere(code, result);
    const isSilent = silent.has(line) || (result.verdict === "rejected" && aboutConfiguration.has(code));
    return !shown.has(line) || holds || isSilent ? [] : [{ code, line, template, filled: text }];
  });
}

/** Said once of a file, at the first line that it is true of. */
function hasElsewhere(code: string, { diagnostics }: LintResult): boolean {
  return code === "crlf-line-endings" && diagnostics.some((one) => one.code === code);
}

/** An entry that another one covers is called a duplicate where it is the same as one. */
const otherNames: Readonly<Record<string, string>> = { "table-entry-redundant": "duplicate-table-entry" };

/** Findings that are advice on how statements play together: there are none where smtpd refuses one of them. */
const aboutConfiguration = new Set(rules.filter(({ scope }) => scope === "configuration").map(({ code }) => code));

/** The lines of statements that the grammar refuses: nothing else is said of these. */
function silentLines({ configuration }: LintResult, numbers: readonly number[]): ReadonlySet<number | undefined> {
  const text = configuration.sources[0]?.text ?? "";
  return new Set(
    configuration.syntaxFailures.flatMap(({ line }) => {
      const [first, last] = [lineAt(text, line.start), lineAt(text, line.end)];
      return numbers.slice(first - 1, last);
    }),
  );
}

function lintAll(text: string, template: "jinja" | undefined): LintResult {
  return lint({ path: "smtpd.conf", text, encoding: "latin1", template, rules: { preset: "all" } });
}

function linesByCode({ diagnostics, configuration }: LintResult, numbers: readonly number[]): ReadonlySet<string> {
  const text = configuration.sources[0]?.text ?? "";
  return new Set(diagnostics.map(({ code, span }) => `${code} ${numbers[lineAt(text, span.start) - 1]}`));
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function wordsOf(text: string): string[] {
  const { lines } = parseConfiguration({ path: "smtpd.conf", text });
  const words = lines.flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === "String" || kind === "Keyword"));
  return [...words.map(({ value }) => value).filter((value) => /^[\w.:/@-]+$/.test(value)), "x"];
}

function statementsOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => !line.endsWith("\\") && !/[{}]/.test(line))
    .map((line) => [line]);
}
