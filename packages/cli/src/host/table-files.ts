import { isAscii, isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { FileLine, TableFiles } from "smtpd-conf";
import type { Locate } from "../included-files.ts";

/** Bytes that are read at a time, and the most that a line may have: it has to fit in memory. */
const pieceSize = 1024 * 1024;
const longestLine = 64 * 1024 * 1024;

const newline = 0x0a;

type Visit = (line: FileLine) => boolean;

/**
 * The files behind tables, wherever `locate` finds their absolute paths. They are read a piece at a time and can have any
 * size. Only regular files are read: a device would give bytes for ever. `/dev/null` is an empty file.
 */
export function openTableFiles(locate: Locate): TableFiles {
  return {
    forEachLine: (path, visit) => {
      const place = path.startsWith("/") ? locate(path) : undefined;
      if (place === undefined) return false;
      return place === "/dev/null" || readFile(place, visit);
    },
  };
}

function readFile(place: string, visit: Visit): boolean {
  try {
    // Without O_NONBLOCK, opening a named pipe waits until somebody writes to it.
    const descriptor = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return fstatSync(descriptor).isFile() && readLines(descriptor, visit);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    return false;
  }
}

/** Gives the lines of an open file; false where one is too long to be kept. */
function readLines(descriptor: number, visit: Visit): boolean {
  const cutter = createCutter(visit);
  let bytes = Buffer.allocUnsafe(pieceSize);
  let length = 0;
  for (;;) {
    if (length === bytes.length) {
      if (length >= longestLine) return false;
      bytes = Buffer.concat([bytes], 2 * length);
    }
    const size = readSync(descriptor, bytes, length, bytes.length - length, null);
    const end = size === 0 ? length : bytes.lastIndexOf(newline, length + size - 1) + 1;
    length += size;
    if (end > 0 && !cutter(bytes.subarray(0, end))) return true;
    if (size === 0) return true;
    bytes.copyWithin(0, end, length);
    length -= end;
  }
}

/** A function that takes whole lines, and says whether more are wanted. */
function createCutter(visit: Visit): (bytes: Buffer) => boolean {
  let [number, offset] = [1, 0];
  const give = (text: string, encoding: "utf8" | "latin1") => {
    const wanted = visit({ text, number, offset, encoding });
    number++;
    offset += text.length + 1;
    return wanted;
  };
  return (bytes) => (isAscii(bytes) ? cutText(bytes.toString("latin1"), give) : cutBytes(bytes, give));
}

type Give = (text: string, encoding: "utf8" | "latin1") => boolean;

function cutText(text: string, give: Give): boolean {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    if (!give(text.slice(start, end), "utf8")) return false;
    start = end + 1;
  }
  return true;
}

/** Each line that is valid UTF-8 becomes its characters, others a character for each byte. */
function cutBytes(bytes: Buffer, give: Give): boolean {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(newline, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    const encoding = isUtf8(line) ? "utf8" : "latin1";
    if (!give(line.toString(encoding), encoding)) return false;
    start = end + 1;
  }
  return true;
}
