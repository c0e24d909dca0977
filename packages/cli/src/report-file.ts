import { mkdirSync, type Stats, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Failure } from "./complain.ts";
import { exitCodes } from "./exit-codes.ts";
import { writeAtomically } from "./host/write-atomically.ts";
import type { ReportOutput } from "./output.ts";

/** A file that gets its content at the end, as a whole. */
export function openReportFile(path: string, checked: readonly string[]): ReportOutput | Failure {
  if (checked.some((file) => file !== "-" && isSameFile(file, path))) return overwrites(path);
  const pieces: string[] = [];
  return {
    write: (text) => void pieces.push(text),
    flush: () => {},
    save: () => save(path, Buffer.concat(pieces.map((piece) => Buffer.from(piece)))),
  };
}

function overwrites(path: string): Failure {
  return { complaint: `${path}: the report would replace a file that is to be checked.`, code: exitCodes.usage };
}

/** Folders that are not there yet are made. */
function save(path: string, bytes: Uint8Array): string | undefined {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    return `${path}: the report was not written: its folder cannot be made.`;
  }
  const outcome = writeAtomically(path, bytes);
  return outcome.kind === "refused" ? `${path}: the report was not written: ${outcome.words}.` : undefined;
}

/** Whether two paths lead to one file. */
function isSameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map(look);
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

/** Undefined where there is nothing, or nothing that this user may see. */
function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
