import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type Check,
  checks,
  type FileReader,
  forEachLineOf,
  lint,
  newestRelease,
  parseRelease,
  type Release,
  rules,
  type TableFiles,
} from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { readSettings } from "../packages/cli/src/settings/settings-file.ts";
import { restsOnMachine } from "./conformance/compare.ts";
import { type Asker, type Daemon, findDaemons, openAsker, withScratchFolder } from "./conformance/daemon.ts";
import { type Example, type Page, parsePage, type Section } from "./docs/page.ts";

const linter = fileURLToPath(new URL("../packages/smtpd-conf/src/linter/", import.meta.url));
const headings = ["Why", "Reported", "Not reported", "Mend it", "Options", "Silence it"];
const all: readonly Check[] = [...checks, ...rules];
const byCode = all.map((check) => [check.code, check] as const);

describe.each(byCode)("%s", (code, check) => {
  test("has a page and tests", () => {
    expect(existsSync(pathFor(check, ".md")), `${code}.md`).toBe(true);
    expect(existsSync(pathFor(check, ".test.ts")), `${code}.test.ts`).toBe(true);
  });

  test("has a page of the common form", () => expectForm(pageOf(check), check));

  test("describes its options, with their defaults and with settings that are right", () => {
    const described = describedOptions(pageOf(check));
    expect(described.map(({ name }) => name)).toEqual(optionsOf(check).map(([name]) => name));
    for (const [index, [name, option]] of optionsOf(check).entries()) {
      const { text = "", settings = [] } = described[index] ?? {};
      expect(text, name).toContain(`Default: \`${JSON.stringify(option.default)}\`.`);
      expect(settings, name).not.toEqual([]);
      for (const example of settings) {
        expect(readSettings("/settings.json", example, "settings"), example).toMatchObject({
          content: { rules: { [code]: ["on", expect.toSatisfy((given) => Object.hasOwn(given, name))] } },
        });
      }
    }
  });

  test("reports the examples of what is wrong", () => {
    for (const example of examplesOf(pageOf(check), "Reported"))
      expect(codesFor(example, check), example.text).toEqual([code]);
  });

  test("is silent about the examples of what is right", () => {
    const page = pageOf(check);
    const examples = [...examplesOf(page, "Not reported"), ...examplesOf(page, "Mend it")];
    for (const example of examples) expect(codesFor(example, check), example.text).toEqual([]);
  });
});

test("no check has the code of a rule", () => {
  expect(new Set(byCode.map(([code]) => code)).size).toBe(byCode.length);
});

const daemons = await findDaemons();
if (daemons.found.length === 0) console.log(`skipped: ${daemons.reason}; smtpd is not asked about the examples`);

describe.skipIf(daemons.found.length === 0)("smtpd agrees with the linter on the examples", () => {
  const examples = all.flatMap((check) => headings.flatMap((heading) => examplesOf(pageOf(check), heading)));
  const asked = examples.filter(({ options }) => !options.includes("nodaemon"));
  console.log(`smtpd is asked about ${asked.length} of ${examples.length} examples`);

  test.each(daemons.found.map((daemon) => [daemon.release, daemon] as const))("%s", async (_, daemon) => {
    const answers = await askAll(daemon, asked);
    expect(answers.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

/** An example with what is needed to lint it. */
interface Runnable {
  readonly text: string;
  readonly options: readonly string[];
  readonly target: Release;
  readonly files: FileReader;
  readonly tableFiles: TableFiles;
}

function pathFor({ kind, code }: Check, ending: string): string {
  return `${linter}${kind === "check" ? "checks" : "rules"}/${code}${ending}`;
}

function pageOf(check: Check): Page {
  const path = pathFor(check, ".md");
  return parsePage(existsSync(path) ? readFileSync(path, "utf8") : "");
}

function expectForm({ title, summary, sections }: Page, check: Check): void {
  expect(title).toBe(check.code);
  expect(summary).toBe(check.summary);
  const used = sections.map(({ heading }) => heading);
  const optional = {
    "Mend it": used.includes("Mend it"),
    Options: optionsOf(check).length > 0,
    "Silence it": check.kind === "lint",
  };
  expect(used).toEqual(headings.filter((heading) => optional[heading as keyof typeof optional] ?? true));
  if (check.kind === "lint") expect(sections.at(-1)?.text).toContain(`--disable ${check.code}`);
  expect(sections[0]?.text, "Why").not.toBe("");
  for (const section of sections.slice(1, 3)) expect(section.examples, section.heading).not.toEqual([]);
  const options = sections.flatMap(({ examples }) => examples.flatMap((example) => example.options));
  for (const option of options)
    expect(option, "a word on a fence").toMatch(/^(target=.+|file=.+|enable=.+|nodaemon|host)$/);
}

/** The options of a rule by name; checks have none. */
function optionsOf({ code }: Check) {
  return Object.entries(rules.find((rule) => rule.code === code)?.options ?? {});
}

/** The options that a page describes, by heading: the text, and the settings that it shows. */
function describedOptions({ sections }: Page) {
  const { source = "" } = sections.find(({ heading }) => heading === "Options") ?? {};
  return source
    .split(/^### /m)
    .slice(1)
    .map((part) => ({
      name: part.slice(0, part.indexOf("\n")),
      text: part.replaceAll("\n", " "),
      settings: Array.from(part.matchAll(/^```json\n([\s\S]*?)^```$/gm), ([, text = ""]) => text),
    }));
}

/** The examples that are linted: without those for a machine (`host`), and those that others include (`file=PATH`). */
function examplesOf({ sections }: Page, wanted: string): readonly Runnable[] {
  const section = sections.find(({ heading }) => heading === wanted);
  if (section === undefined) return [];
  const own = section.examples.filter(({ options }) => !options.includes("host") && pathOf(options) === undefined);
  return own.map((example) => runnable(example, section));
}

function runnable({ text, options }: Example, section: Section): Runnable {
  const contents = new Map(section.examples.map((other) => [pathOf(other.options), other.text]));
  contents.set("smtpd.conf", text);
  const files: FileReader = {
    read: (path) => {
      const content = contents.get(path);
      if (content === undefined) return { kind: "failed", reason: "missing" };
      return { kind: "file", text: content, encoding: "utf8" };
    },
  };
  return { text, options, target: targetOf(options), files, tableFiles: tableFilesIn(contents) };
}

function tableFilesIn(contents: ReadonlyMap<string | undefined, string>): TableFiles {
  return {
    forEachLine: (path, visit) => {
      const text = contents.get(path);
      if (text !== undefined) forEachLineOf(text, visit);
      return text !== undefined;
    },
  };
}

function pathOf(options: readonly string[]): string | undefined {
  return settingOf(options, "file");
}

function settingOf(options: readonly string[], name: string): string | undefined {
  return options.find((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
}

function targetOf(options: readonly string[]): Release {
  const name = settingOf(options, "target");
  const target = name === undefined ? newestRelease : parseRelease(name);
  if (target === undefined) throw new Error(`no such release: ${name}`);
  return target;
}

/** What the checks say of an example, and the one rule whose page it stands on, with those that the fence enables. */
function codesFor({ text, options, target, files, tableFiles }: Runnable, { kind, code }: Check): string[] {
  const others = options
    .filter((option) => option.startsWith("enable="))
    .map((option) => option.slice("enable=".length));
  const rules = { preset: "none", enable: kind === "lint" ? [code, ...others] : [] } as const;
  const { diagnostics } = lint({ path: "smtpd.conf", text, target, files, tableFiles, rules });
  return [...new Set(diagnostics.map(({ code }) => code))];
}

/** What a daemon says of examples, whatever release they are for, and whether the linter says the same for its release. */
function askAll(daemon: Daemon, examples: readonly Runnable[]) {
  return withScratchFolder(async (scratch) => {
    const asker = openAsker(daemon, scratch, 2);
    const answers = examples.map((example) => askOne(asker, daemon, example));
    return await Promise.all(answers).finally(asker.close);
  });
}

/** Where smtpd refuses only for what this machine lacks (an interface, a certificate), it says nothing of the text. */
async function askOne(asker: Asker, { release }: Daemon, { text, files }: Runnable) {
  const target = parseRelease(release);
  const answer = await asker.ask(Buffer.from(text).toString("latin1"));
  const { verdict } = lint({ path: "smtpd.conf", text, target, files, rules: { preset: "none" } });
  const agrees = restsOnMachine(answer) || answer.ok === (verdict === "accepted");
  return { agrees, text, verdict, answer };
}
