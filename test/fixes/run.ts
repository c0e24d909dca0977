// Fixes many generated texts and holds the results against what fixing promises:
//   npm run fixes -- --count N --seed S [--suggested | --safe]
// The texts depend on the numbers alone. The exit status is 1 when something is wrong.
import { parseArgs } from "node:util";
import { findDaemons, withScratchFolder } from "../conformance/daemon.ts";
import { type Campaign, openAskers, runFixes } from "./campaign.ts";
import { gatherMaterials } from "./wrong-texts.ts";

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    safe: { type: "boolean", default: false },
    suggested: { type: "boolean", default: false },
  },
});

const mostShown = 20;

function report(what: string, { faults, applied, left, ...counts }: Campaign): void {
  for (const fault of faults.slice(0, mostShown)) console.log(`\n${fault}`);
  console.log(
    `${what}: ${Object.entries(counts)
      .map(([name, number]) => `${name} ${number}`)
      .join(", ")}`,
  );
  console.log(`  fixed: ${byNumber(applied)}\n  left out: ${byNumber(left)}\n  faults: ${faults.length}`);
}

function byNumber(numbers: ReadonlyMap<string, number>): string {
  const total = [...numbers.values()].reduce((sum, number) => sum + number, 0);
  const sorted = [...numbers].sort((a, b) => b[1] - a[1]);
  return [`${total} in all`, ...sorted.map(([code, number]) => `${code} ${number}`)].join(", ");
}

const { found } = await findDaemons();
const materials = gatherMaterials();
const kinds = [false, true].filter((suggested) => (suggested ? !options.safe : !options.suggested));
await withScratchFolder(async (folder) => {
  const askers = openAskers(found, folder);
  for (const suggested of kinds) {
    const order = { seed: Number(options.seed), count: Number(options.count), suggested };
    const campaign = await runFixes(order, materials, askers);
    report(suggested ? "suggested fixes" : "safe fixes", campaign);
    if (campaign.faults.length > 0) process.exitCode = 1;
  }
  for (const asker of askers.values()) asker.close();
});
