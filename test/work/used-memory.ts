import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

// Node itself then needs no flag.
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** The bytes of the heap that are in use once everything is collected that nobody holds. */
export function usedMemory(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
