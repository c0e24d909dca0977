// Writes the files of its arguments over and over, each as so many bytes of one letter, until it is killed:
//   node write-over-and-over.cjs PATH SIZE [PATH SIZE]…
import { writeAtomically } from "../../packages/cli/src/host/write-atomically.ts";

const parameters = process.argv.slice(2);
const letters = "bcdefghijklmnopqrstuvwxyz";

process.stdout.write("ready\n");
for (let round = 0; ; round++) {
  for (let index = 0; index < parameters.length; index += 2) {
    const [path = "", size = "0"] = parameters.slice(index, index + 2);
    const outcome = writeAtomically(path, letters.charAt(round % letters.length).repeat(Number(size)));
    if (outcome.kind === "refused") throw new Error(`${path}: ${outcome.words}`);
  }
}
