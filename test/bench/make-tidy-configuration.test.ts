import { lint } from "smtpd-conf";
import { expect, test } from "vitest";
import { findDaemons, openAsker, withScratchFolder } from "../conformance/daemon.ts";
import { makeTidyConfiguration } from "./make-tidy-configuration.ts";

const daemons = await findDaemons();
if (daemons.found.length === 0) console.log(`skipped: ${daemons.reason}; smtpd is not asked about tidy configurations`);

test.each([30, 100, 1000])("there is nothing to say of a tidy configuration of %i lines", (lines) => {
  const text = makeTidyConfiguration(lines, 7);
  const more = text.split("\n").length - 1 - lines;
  expect([more >= 0, more <= 30]).toEqual([true, true]);
  const { diagnostics } = lint({ path: "smtpd.conf", text, rules: { preset: "all" } });
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
});

test.each(daemons.found.map((daemon) => [daemon.release, daemon] as const))("smtpd %s takes it", async (_, daemon) => {
  await withScratchFolder(async (folder) => {
    const asker = openAsker(daemon, folder, 1);
    const answer = await asker.ask(makeTidyConfiguration(1000, 7)).finally(asker.close);
    expect(answer).toEqual({ ok: true, errors: [], other: [] });
  });
});
