// Holds the analysis against the matcher on generated rule sets:
//   npm run soundness -- --count N --seed S [--release 7.9]
// The rule sets depend on the numbers alone. The exit status is 1 when something disagrees.
import { parseArgs } from "node:util";
import { checkRuleSet } from "./soundness.ts";

const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    release: { type: "string", default: "7.9" },
  },
});

const mostShown = 10;
const counts = new Map<string, number>();
const wrong: string[] = [];

function count(what: string, number = 1): void {
  counts.set(what, (counts.get(what) ?? 0) + number);
}

for (let index = 0; index < Number(options.count); index++) {
  const { scenario, analysis, envelopes, strange, disagreements } = checkRuleSet(
    Number(options.seed),
    index,
    options.release,
  );
  count("rule sets");
  count("envelopes", envelopes);
  count("of strangers", strange);
  for (const { kind } of analysis.reach()) count(`rules ${kind}`);
  count(`relay ${analysis.relay().answer}`);
  count("disagreements", disagreements.length);
  if (disagreements.length > 0) wrong.push([scenario.text, ...disagreements].join("\n"));
}
for (const text of wrong.slice(0, mostShown)) console.log(`\n${text}`);
console.log([...counts].map(([what, number]) => `${what}: ${number}`).join(", "));
process.exitCode = wrong.length > 0 ? 1 : 0;
