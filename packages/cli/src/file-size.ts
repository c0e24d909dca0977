import { statSync } from "node:fs";

/** Bytes from which a file counts as huge: some 130,000 lines. */
const hugeSize = 10 * 1024 * 1024;

/** Whether a file of the command line is large enough to take all the memory there is. */
export function isHuge(path: string): boolean {
  return path !== "-" && sizeOf(path) > hugeSize;
}

/** The bytes of a file; 0 where they cannot be told. */
export function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}
