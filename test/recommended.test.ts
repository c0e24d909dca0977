import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { lint, newestRelease, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { findDaemons } from "./conformance/daemon.ts";

/** What the recommended rules and the checks say of a text. */
function codesFor(text: string, target: Release): readonly string[] {
  return lint({ path: "smtpd.conf", text, target }).diagnostics.map(({ code }) => code);
}

const daemons = await findDaemons();
if (daemons.found.length === 0) console.log(`skipped: ${daemons.reason}; the examples of the manual are not read`);

describe.each(daemons.found.map((daemon) => [daemon.release, daemon.packages] as const))(
  "the recommended rules have nothing to say of what comes with %s",
  (release, packages) => {
    const target = parseRelease(release) ?? newestRelease;

    test("the configuration of the package", () => {
      expect(codesFor(readFileSync(join(packages, "etc/smtpd.conf"), "utf8"), target)).toEqual([]);
    });

    const examples = manualExamples(join(packages, "usr/share/man/man5/smtpd.conf.5.gz"));

    test("the manual has some", () => expect(examples.length).toBeGreaterThan(2));

    test.each(examples)("an example of the manual: %j", (text) => {
      // A name in angle brackets is what the reader has to fill in.
      const expected = [...text.matchAll(/-\w <\w+>/g)].map(() => "placeholder-value");
      expect(codesFor(text, target)).toEqual(expected);
    });
  },
);

/** The whole configurations among the examples of a manual page. */
function manualExamples(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  const page = gunzipSync(readFileSync(path)).toString("utf8");
  const blocks = [...page.matchAll(/^\.Bd -literal.*\n([\s\S]*?)^\.Ed$/gm)].map(([, block = ""]) => plainText(block));
  return blocks.filter((text) => /^match /m.test(text) && /^action /m.test(text));
}

/** The text that the signs of a manual page stand for. */
function plainText(text: string): string {
  return text.replaceAll("\\e", "\\").replaceAll("\\-", "-").replaceAll("\\&", "");
}

test("the recommended rules have nothing to say of our own example", () => {
  const path = fileURLToPath(new URL("examples/clean.conf", import.meta.url));
  expect(codesFor(readFileSync(path, "utf8"), newestRelease)).toEqual([]);
});
