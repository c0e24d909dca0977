import { measureWork } from "./meter.ts";
import { lint } from "../../packages/smtpd-conf/src/linter/lint.ts";
import { growingInputs } from "./inputs.ts";

// Prints, for each growing input, the work that its three sizes take, as JSON. A process of its own: counting changes
// built-in functions and how V8 compiles.

const only = process.argv[2];
for (const { title, size, make } of growingInputs) {
  if (only !== undefined && !title.includes(only)) continue;
  const work = [size, 2 * size, 4 * size].map((count) => {
    const input = { path: "smtpd.conf", ...make(count) };
    return measureWork(() => void lint(input));
  });
  console.log(JSON.stringify({ title, work }));
}
