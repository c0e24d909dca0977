import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Check, checks, type FileReader, lint, newestRelease, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { restsOnMachine } from "./conformance/compare.ts";
import { type Asker, type Daemon, findDaemons, openAsker, withScratchFolder } from "./conformance/daemon.ts";
import { type Example, type Page, parsePage, type Section } from "./docs/page.ts";

const folder = fileURLToPath(new URL("../packages/smtpd-conf/src/linter/checks/", import.meta.url));
const headings = ["Why", "Reported", "Not reported", "Mend it"];
const byCode = checks.map((check) => [check.code, check] as const);

describe.each(byCode)("%s", (code, check) => {
  test("has a page and tests", () => {
    expect(existsSync(`${folder}${code}.md`), `${code}.md`).toBe(true);
    expect(existsSync(`${folder}${code}.test.ts`), `${code}.test.ts`).toBe(true);
  });

  test("has a page of the common form", () => expectForm(pageOf(check), check));

  test("reports the examples of what is wrong", () => {
    for (const example of examplesOf(pageOf(check), "Reported"))
      expect(codesFor(example), example.text).toEqual([code]);
  });

  test("is silent about the examples of what is right", () => {
    const page = pageOf(check);
    const examples = [...examplesOf(page, "Not reported"), ...examplesOf(page, "Mend it")];
    for (const example of examples) expect(codesFor(example), example.text).toEqual([]);
  });
});

const daemons = await findDaemons();
if (daemons.found.length === 0) console.log(`skipped: ${daemons.reason}; smtpd is not asked about the examples`);

describe.skipIf(daemons.found.length === 0)("smtpd agrees with the linter on the examples", () => {
  const examples = checks.flatMap((check) => headings.flatMap((heading) => examplesOf(pageOf(check), heading)));
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
}

function pageOf({ code }: Check): Page {
  const path = `${folder}${code}.md`;
  return parsePage(existsSync(path) ? readFileSync(path, "utf8") : "");
}

function expectForm({ title, summary, sections }: Page, check: Check): void {
  expect(title).toBe(check.code);
  expect(summary).toBe(check.summary);
  const used = sections.map(({ heading }) => heading);
  expect(used).toEqual(headings.slice(0, used.includes("Mend it") ? 4 : 3));
  expect(sections[0]?.text, "Why").not.toBe("");
  for (const section of sections.slice(1, 3)) expect(section.examples, section.heading).not.toEqual([]);
  const options = sections.flatMap(({ examples }) => examples.flatMap((example) => example.options));
  for (const option of options) expect(option, "a word on a fence").toMatch(/^(target=.+|file=.+|nodaemon|host)$/);
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
  return { text, options, target: targetOf(options), files };
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

function codesFor({ text, target, files }: Runnable): string[] {
  const { diagnostics } = lint({ path: "smtpd.conf", text, target, files });
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
  const { verdict } = lint({ path: "smtpd.conf", text, target, files });
  const agrees = restsOnMachine(answer) || answer.ok === (verdict === "accepted");
  return { agrees, text, verdict, answer };
}
