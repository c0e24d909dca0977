import { spawnSync } from "node:child_process";
import { checks, type RuleCategory } from "smtpd-conf";
import { categoryTitles, checksTitle, rulesOf } from "../generate-rules-page.ts";

/** The README of the project with its generated blocks, each between `<!-- NAME -->` and `<!-- /NAME -->`, as they should be. */
export function refreshReadme(current: string): string {
  prepare();
  return withBlocks(current, {
    first: example("test/examples/first.conf"),
    advice: example("test/examples/advice.conf"),
    rules: tableOfRules(),
  });
}

/** The manual of the command, likewise. */
export function refreshManual(current: string): string {
  prepare();
  return withBlocks(current, {
    match: example(`match test/examples/match/smtpd.conf ${submission}`),
    relay: example("relay test/examples/relay/smtpd.conf"),
    explain: example("explain test/examples/explain/sending.conf"),
    print: example("print test/examples/explain/sending.conf"),
    json: jsonExample(),
  });
}

let isPrepared = false;

/** Bundles the command first, so that the output is not that of an older one. */
function prepare(): void {
  if (!isPrepared) run("packages/cli/bundle.mjs");
  isPrepared = true;
}

function withBlocks(current: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, content]) => replaceBlock(text, name, content), current);
}

function replaceBlock(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`there is no block "${name}"`);
  return `${text.slice(0, start + open.length)}${content}\n${text.slice(end)}`;
}

/** Mail that somebody who has logged in wants to send. */
const submission = "--src 203.0.113.9 --tag submission --auth anna --rcpt-to bob@example.net";

/** What the command says for these words. */
function example(words: string): string {
  return fence("console", `$ npx smtpd-lint ${words}`, runCommand("", ...words.split(" ")));
}

/** The JSON for a text of one line, laid out for reading: an object without objects stands on one line. */
function jsonExample(): string {
  const text = 'match for any action "out"';
  const output = JSON.stringify(JSON.parse(runCommand(text, "--format", "json", "-")), null, 2);
  const flat = output.replace(/\{[^{}[\]]*\}/g, (object) => object.replace(/\s+/g, " "));
  return fence("console", `$ printf '${text}' | npx smtpd-lint --format json -`, flat);
}

function fence(language: string, ...lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```"].join("\n");
}

/** What the command of this checkout prints. */
function runCommand(input: string, ...parameters: readonly string[]): string {
  return run("packages/cli/bin/smtpd-lint.cjs", parameters, input).trimEnd();
}

function run(program: string, parameters: readonly string[] = [], input = ""): string {
  const environment = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  const options = { input, encoding: "utf8", env: environment } as const;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...parameters], options);
  if (error !== undefined || (status ?? 2) > 1) throw error ?? new Error(stderr);
  return stdout;
}

/** How many rules there are of each category, with links to where they are listed. */
function tableOfRules(): string {
  const categories = Object.entries(categoryTitles) as [RuleCategory, string][];
  const rows = categories.map(([category, title]) => [title, rulesOf(category).length] as const);
  const lines = [...rows, [checksTitle, checks.length] as const].map(
    ([title, count]) => `| [${title}](${rulesPage}#${anchorOf(title)}) | ${count} |`,
  );
  return ["| what is reported | |", "| --- | --- |", ...lines].join("\n");
}

const rulesPage = "packages/smtpd-conf/RULES.md";

/** The name of a heading in links, as GitHub and others make it. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}
