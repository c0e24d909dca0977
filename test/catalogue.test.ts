import { existsSync } from "node:fs";
import { lint, parseRelease, type Release, releases } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { type CatalogueCase, catalogueCases } from "./catalogue/cases.ts";
import {
  type Answer,
  type Daemon,
  daemonReleases,
  findDaemons,
  openAsker,
  withScratchFolder,
} from "./conformance/daemon.ts";

/** The cases in which someone else's opinion of a release is not that of the catalogue. */
function disagreements(target: Release, accepts: (given: CatalogueCase) => boolean): string[] {
  return catalogueCases
    .filter((given) => accepts(given) !== given.isAccepted(target))
    .map(({ name, text, isAccepted }) => `${name}: the catalogue says ${isAccepted(target) ? "yes" : "no"}\n${text}`);
}

test("every case has a name of its own", () => {
  const names = catalogueCases.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(releases)("the linter takes what the catalogue says of %s", (target) => {
  const accepts = ({ text }: CatalogueCase) =>
    lint({ path: "smtpd.conf", text, target, rules: { preset: "none" } }).verdict === "accepted";
  expect(disagreements(target, accepts)).toEqual([]);
});

/** Whether a daemon found nothing wrong in the text; the certificates that it names are not there. */
function isUnderstood({ ok, errors, other }: Answer): boolean {
  return ok || (errors.length === 0 && other.every((message) => /load_pki_tree: failed to load/.test(message)));
}

const folder = process.env["SMTPD_DAEMONS"] ?? ".cache/daemons";
const daemons = existsSync(folder) ? await findDaemons() : { found: [], reason: `there is no folder ${folder}` };

describe.each(daemonReleases)("smtpd %s", (release) => {
  const daemon = daemons.found.find((candidate) => candidate.release === release);
  if (daemon === undefined)
    console.log(`skipped: the catalogue and smtpd ${release}: ${daemons.reason || "it is not there"}`);

  test.skipIf(daemon === undefined)("takes what the catalogue says of it", { timeout: 300_000 }, async () => {
    const understood = await askAll(daemon as Daemon);
    expect(disagreements(parseRelease(release) as Release, (given) => understood.has(given))).toEqual([]);
  });
});

/** The cases that a daemon understands. */
function askAll(daemon: Daemon): Promise<ReadonlySet<CatalogueCase>> {
  return withScratchFolder(async (scratch) => {
    const asker = openAsker(daemon, scratch, 2);
    const answers = await Promise.all(catalogueCases.map(({ text }) => asker.ask(text)));
    asker.close();
    return new Set(catalogueCases.filter((_, index) => isUnderstood(answers[index] as Answer)));
  });
}
