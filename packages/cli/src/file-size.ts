import { statSync } from "node:fs";

/** Bytes from which a file counts as huge: some 130,000 lines. */
const hugeSize = 10 * 1024 * 1024;

/** Whether a file is large enough to take all the memory there is. */
export function isHuge(path: string): boolean {
  try {
    return path !== "-" && statSync(path).size > hugeSize;
  } catch {
    return false;
  }
}
