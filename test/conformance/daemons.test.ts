import { describe, expect, test } from "vitest";
import { type Difference, runCampaign } from "./campaign.ts";
import { type Daemon, findDaemons } from "./daemon.ts";
import { gatherSupplies, type Supplies } from "./texts.ts";

const { CI } = process.env;
const inCi = CI !== undefined && CI !== "";
const count = inCi ? 3000 : 300;
const { found, reason } = await findDaemons();
if (found.length === 0) console.log(`skipped: ${reason}; the recorded answers have to do`);

describe.skipIf(found.length === 0)("the linter agrees with smtpd -n", () => {
  const supplies = gatherSupplies();
  test.each(found.map((daemon) => [daemon.release, daemon] as const))(
    "%s",
    async (_, daemon) => expect(await disagreements(daemon, supplies)).toEqual([]),
    300_000,
  );
});

async function disagreements(daemon: Daemon, supplies: Supplies): Promise<readonly Difference[]> {
  const order = { seed: inCi ? 20260 : 1, first: 0, count, jobs: 2 };
  const { counts, verdicts } = await runCampaign(daemon, order, supplies);
  console.log(`${daemon.release}: ${JSON.stringify(counts)}`);
  expect(counts.asked).toBe(count);
  // A run in which nothing, or everything, is accepted would prove little.
  expect(counts.accepted).toBeGreaterThan(count * 0.2);
  expect(counts.rejected).toBeGreaterThan(count * 0.2);
  return verdicts.slice(0, 5);
}
