// Random sessions with the language server: npm run sessions -- [--count N] [--edits N] [--every N] [--seed N] [heap]
import { parseArgs } from "node:util";
import { runHeap } from "./heap.ts";
import { runSessions } from "./sessions.ts";

const { values, positionals } = parseArgs({
  options: {
    count: { type: "string", default: "10" },
    edits: { type: "string", default: "200" },
    every: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
  allowPositionals: true,
});

if (positionals.includes("heap")) await runHeap(Number(values.edits), Number(values.seed));
else {
  const { count, edits, every, seed } = values;
  const outcome = await runSessions(Number(count), { seed: Number(seed), edits: Number(edits), every: Number(every) });
  for (const fault of outcome.faults.slice(0, 20)) console.log(fault);
  const { edits: made, requests, comparisons, faults } = outcome;
  console.log(`${made} edits, ${requests} requests in between, ${comparisons} comparisons: ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
