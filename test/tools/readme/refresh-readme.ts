import { spawnSync } from "node:child_process";
import { type Check, checks, type RuleCategory } from "smtpd-conf";
import { categoryTitles, rulesOf } from "../generate-rules-page.ts";

const linterFolder = "packages/smtpd-conf/src/linter";

/** The README with its generated blocks, each between `<!-- NAME -->` and `<!-- /NAME -->`, as they should be. */
export function refreshReadme(current: string): string {
  // It is bundled first, so that the output is not that of an older one.
  run("packages/cli/bundle.mjs");
  const blocks = {
    first: example("test/examples/first.conf"),
    advice: example("test/examples/advice.conf"),
    match: example(`match test/examples/match/smtpd.conf ${submission}`),
    relay: example("relay test/examples/relay/smtpd.conf"),
    json: jsonExample(),
    codes: listOfCodes(),
  };
  return Object.entries(blocks).reduce((text, [name, content]) => replaceBlock(text, name, content), current);
}

function replaceBlock(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`README.md has no block "${name}"`);
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

/** The codes of each category in a paragraph, with links to their pages. */
function listOfCodes(): string {
  const categories = Object.entries(categoryTitles) as [RuleCategory, string][];
  const paragraphs = categories.map(([category, title]) => paragraph(title, "rules", rulesOf(category)));
  return [...paragraphs, paragraph("Checks: what smtpd refuses", "checks", checks)].join("\n\n");
}

function paragraph(title: string, folder: "checks" | "rules", list: readonly Check[]): string {
  const links = list.map(({ code }) => `[${code}](${linterFolder}/${folder}/${code}.md)`);
  return `**${title}** (${list.length}). ${links.join(", ")}.`;
}
