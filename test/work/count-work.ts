import { growingInputs } from "./inputs.ts";
import { measureWork } from "./meter.ts";
import { print } from "./print-work.ts";

// Prints, for each growing input, the work that its three sizes take, as JSON. A process of its own: counting changes
// built-in functions and how V8 compiles. V8 counts only in what it compiles from then on, so the library comes last.
const { lint } = await import("../../packages/smtpd-conf/src/linter/lint.ts");

/** Compares every element with every other one. */
function loopInLoop(size: number): number {
  let pairs = 0;
  for (let one = 0; one < size; one++) for (let other = 0; other < one; other++) pairs += one ^ other;
  return pairs;
}

/** Looks for each line from the start of the text. */
function searchFromStart(size: number): number {
  const text = Array.from({ length: size }, (_, index) => `${100_000 + index}\n`).join("");
  let sum = 0;
  for (let index = 0; index < size; index++) sum += text.indexOf(`${100_000 + index}\n`);
  return sum;
}

const controlSizes = [1000, 2000, 4000];
print("control: a loop in a loop", measureWork(controlSizes, loopInLoop));
print("control: a search from the start", measureWork(controlSizes, searchFromStart));

lint({ path: "smtpd.conf", text: "listen on lo\n" });
for (const { title, size, make } of growingInputs) {
  const inputs = [size, 2 * size, 4 * size].map((count) => ({ path: "smtpd.conf", ...make(count) }));
  print(title, measureWork(inputs, lint));
}
