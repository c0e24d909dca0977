import { describe, expect, test, vi } from "vitest";
import { parseRelease } from "../../packages/smtpd-conf/src/language/releases.ts";
import { formatText } from "../../packages/smtpd-conf/src/parser/format/format-text.ts";
import { inParallel } from "./campaign.ts";
import { type Answer, type Daemon, daemonReleases, findDaemons, openAsker, withScratchFolder } from "./daemon.ts";
import { gatherSupplies, makeText, type Supplies } from "./texts.ts";

/** `FORMAT_TEXTS=20000` asks each daemon about more texts, `FORMAT_SEED=7` about others. */
const { CI, FORMAT_TEXTS = CI ? "500" : "100", FORMAT_SEED = "3" } = process.env;
const count = Number(FORMAT_TEXTS);
vi.setConfig({ testTimeout: 60_000 + 200 * count });

const { found, reason } = await findDaemons();
if (found.length === 0) console.log(`skipped: ${reason}`);

/** A text that smtpd judges otherwise once it is formatted. */
interface Misjudged {
  readonly text: string;
  readonly formatted: string;
  readonly said: readonly string[];
}

interface Outcome {
  accepted: number;
  rejected: number;
  readonly misjudged: Misjudged[];
}

describe.skipIf(found.length === 0)("smtpd -n says the same of what was formatted", () => {
  const supplies = gatherSupplies();
  test.each(found.map((daemon) => [daemon.release, daemon] as const))("%s", async (release, daemon) => {
    const { accepted, rejected, misjudged } = await askBeforeAndAfter(daemon, supplies);
    console.log(`${release}: ${accepted} accepted, ${rejected} rejected, ${misjudged.length} otherwise once formatted`);
    expect(misjudged.slice(0, 3)).toEqual([]);
    expect(accepted).toBeGreaterThan(count * 0.1);
    expect(rejected).toBeGreaterThan(count * 0.1);
  });
});

function askBeforeAndAfter(daemon: Daemon, supplies: Supplies): Promise<Outcome> {
  return withScratchFolder(async (folder) => {
    const outcome: Outcome = { accepted: 0, rejected: 0, misjudged: [] };
    const asker = openAsker(daemon, folder, 2);
    await inParallel([...Array(count).keys()], 2, async (index) => {
      // Without a target, a text that was made for another release must not get what this one does not take.
      const target = index % 2 === 0 ? daemon.release : undefined;
      const madeFor = target ?? daemonReleases[Math.floor(index / 2) % daemonReleases.length] ?? daemon.release;
      const text = makeText(Number(FORMAT_SEED), index, madeFor, supplies);
      const formatted = format(text, target);
      const [before, after] = [await asker.ask(text), await asker.ask(formatted)];
      if (before.ok) outcome.accepted++;
      else outcome.rejected++;
      if (!isSame(before, after))
        outcome.misjudged.push({ text, formatted, said: [...saidBy(before), ...saidBy(after)] });
    });
    asker.close();
    return outcome;
  });
}

function format(text: string, release: string | undefined): string {
  const target = release === undefined ? undefined : parseRelease(release);
  const formatting = formatText({ path: "smtpd.conf", text, encoding: "latin1", target });
  return formatting.kind === "formatted" ? formatting.text : text;
}

/** The same verdict; of what smtpd refuses it can say more or less, since the mistakes stand on other lines. */
function isSame(before: Answer, after: Answer): boolean {
  return before.ok === after.ok;
}

function saidBy({ errors, other }: Answer): readonly string[] {
  return [...errors.map(([line, message]) => `${line}: ${message}`), ...other];
}
