import { checks, type FileReader, type LintResult, lint, parseRelease, rules } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { tableFilesOf } from "../packages/smtpd-conf/src/model/testing.ts";
import { restsOnMachine } from "./conformance/compare.ts";
import { findDaemons, openAsker, withScratchFolder } from "./conformance/daemon.ts";
import { acceptedMistakes } from "./user-mistakes/accepted.ts";
import { delivering } from "./user-mistakes/delivering.ts";
import { matching } from "./user-mistakes/matching.ts";
import { oldLanguage } from "./user-mistakes/old-language.ts";
import { surroundings } from "./user-mistakes/surroundings.ts";
import type { UserMistake } from "./user-mistakes/user-mistake.ts";
import { writing } from "./user-mistakes/writing.ts";

const families = [
  ["what smtpd -n accepts", acceptedMistakes],
  ["old language", oldLanguage],
  ["writing", writing],
  ["matching", matching],
  ["delivering", delivering],
  ["surroundings", surroundings],
] as const;

const all = families.flatMap(([, mistakes]) => mistakes);
const byCode = new Map([...checks, ...rules].map((check) => [check.code, check]));

describe.each(families)("%s", (_, mistakes) => {
  test.each(byTitle(mistakes))("%s", (_, mistake) => {
    const { codes } = mistake;
    expect(
      codes.filter((code) => !byCode.has(code)),
      "codes that nothing has",
    ).toEqual([]);
    expect(codesIn(lintWrong(mistake))).toEqual(expect.arrayContaining([...codes]));
    const left = codesIn(lintRight(mistake));
    expect(codes.filter((code) => left.includes(code))).toEqual([]);
  });
});

describe("the right ones", () => {
  test.each(byTitle(all))("%s", (_, mistake) => {
    const { verdict, diagnostics } = lintRight(mistake);
    expect(verdict).toBe("accepted");
    const serious = diagnostics.filter(({ severity }) => /error|warning/.test(severity));
    expect(serious.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

test.each(byTitle(acceptedMistakes))("smtpd -n would say nothing: %s", (_, mistake) => {
  expect(lintWrong(mistake).verdict).toBe("accepted");
});

test("what is opt-in is off by default, and nothing else is", () => {
  const used = new Set(all.flatMap(({ codes }) => codes));
  const off = rules.filter(({ code, recommended }) => used.has(code) && !recommended).map(({ code }) => code);
  const named = all.flatMap(({ optIn = {} }) => Object.keys(optIn));
  expect(named.sort()).toEqual(off.sort());
});

const daemons = await findDaemons();
if (daemons.found.length === 0) console.log(`skipped: ${daemons.reason}; smtpd is not asked about the mistakes`);

describe.skipIf(daemons.found.length === 0)("smtpd agrees with the verdicts", () => {
  test.each(daemons.found.map((daemon) => [daemon.release, daemon] as const))("%s", async (release, daemon) => {
    const target = parseRelease(release);
    const texts = all.flatMap(({ wrong, right, machine }) => (machine === undefined ? [wrong, right] : []));
    const different = await withScratchFolder(async (scratch) => {
      const asker = openAsker(daemon, scratch, 2);
      const answers = texts.map(async (text) => {
        const answer = await asker.ask(Buffer.from(text).toString("latin1"));
        const { verdict } = lint({ path: "smtpd.conf", text, target, rules: { preset: "none" } });
        return restsOnMachine(answer) || answer.ok === (verdict === "accepted") ? [] : [{ text, verdict, answer }];
      });
      return (await Promise.all(answers).finally(asker.close)).flat();
    });
    expect(different).toEqual([]);
  });
});

function byTitle(mistakes: readonly UserMistake[]): readonly (readonly [title: string, mistake: UserMistake])[] {
  return mistakes.map((mistake) => [mistake.title, mistake]);
}

function lintWrong(mistake: UserMistake): LintResult {
  return lintOne(mistake.wrong, mistake, mistake.machine);
}

function lintRight(mistake: UserMistake): LintResult {
  return lintOne(mistake.right, mistake, mistake.rightMachine ?? mistake.machine);
}

/** Lints as the command does without options: with the recommended rules, and those that a mistake asks for. */
function lintOne(
  text: string,
  { target, files = {}, optIn = {} }: UserMistake,
  machine: UserMistake["machine"],
): LintResult {
  const reader: FileReader = { read: () => ({ kind: "failed", reason: "missing" }) };
  const selection = { preset: "recommended", enable: Object.keys(optIn) } as const;
  const tableFiles = tableFilesOf(files);
  return lint({ path: "smtpd.conf", text, target, files: reader, tableFiles, machine, rules: selection });
}

function codesIn({ diagnostics }: LintResult): readonly string[] {
  return diagnostics.map(({ code }) => code);
}
