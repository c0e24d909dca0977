import { isAbsolute } from "node:path";
import { lint, newestRelease, openAnalysis, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { effectiveConfiguration } from "../../packages/smtpd-conf/src/analysis/effective-configuration.ts";
import { printConfiguration } from "../../packages/smtpd-conf/src/analysis/print-configuration.ts";
import { type Daemon, daemonReleases, findDaemons, openAsker, withScratchFolder } from "./daemon.ts";
import { tableFiles } from "./fixtures.ts";
import { gatherSupplies, makeText } from "./texts.ts";

const seed = 5;
const count = 400;
const supplies = gatherSupplies();
const { found, reason } = await findDaemons();
if (found.length === 0) console.log(`skipped: ${reason}; what is printed is held to our own verdict alone`);

/** A generated configuration that is accepted, and what is printed for it. */
interface Printed {
  readonly text: string;
  readonly printed: string;
}

/** What is printed for a text; undefined where smtpd refuses it. */
function print(text: string, target: Release): string | undefined {
  const { verdict, model } = lint({
    path: "smtpd.conf",
    text,
    encoding: "latin1",
    target,
    files: {
      read: (path) => {
        const file = isAbsolute(path) ? tableFiles.get(path) : undefined;
        return file ? { kind: "file", text: file.text, encoding: "latin1" } : { kind: "failed", reason: "missing" };
      },
    },
    readTableKind: (path) => tableFiles.get(path)?.kind,
    rules: { preset: "none" },
  });
  if (verdict === "rejected") return undefined;
  return printConfiguration(effectiveConfiguration(model, openAnalysis(model)));
}

function printedTexts(release: Daemon["release"]): readonly Printed[] {
  const target = parseRelease(release) ?? newestRelease;
  return Array.from({ length: count }, (_, index) => makeText(seed, index, release, supplies)).flatMap((text) => {
    const printed = print(text, target);
    return printed === undefined ? [] : [{ text, printed }];
  });
}

function withoutComments(text: string): string {
  return text.replace(/^#.*\n/gm, "").replace(/^\n+/gm, "");
}

describe.each(daemonReleases)("what is printed for configurations of %s", (release) => {
  const target = parseRelease(release) ?? newestRelease;
  const texts = printedTexts(release);

  test("is accepted, and printed again with other comments at most", () => {
    expect(texts.length).toBeGreaterThan(count * 0.2);
    const changed = texts.flatMap(({ text, printed }) => {
      const again = print(printed, target);
      return again !== undefined && withoutComments(again) === withoutComments(printed)
        ? []
        : [{ text, printed, again }];
    });
    expect(changed.slice(0, 3)).toEqual([]);
  });

  const daemon = found.find((one) => one.release === release);

  test.skipIf(daemon === undefined)("is accepted by smtpd where the file is", async () => {
    const answers = await withScratchFolder(async (folder) => {
      const asker = openAsker(daemon as Daemon, folder, 2);
      const asked = texts.map(async (one) => {
        return { ...one, before: await asker.ask(one.text), after: await asker.ask(one.printed) };
      });
      return Promise.all(asked).finally(asker.close);
    });
    expect(answers.filter(({ before, after }) => before.ok !== after.ok).slice(0, 3)).toEqual([]);
    expect(answers.filter(({ before }) => before.ok).length).toBeGreaterThan(count * 0.2);
  });
});
