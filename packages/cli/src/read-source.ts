import { isUtf8 } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from "node:fs";
import { pause } from "./output.ts";

/** The text of a file, or why there is none. */
export type SourceText =
  | { readonly kind: "text"; readonly text: string; readonly encoding: "utf8" | "latin1" }
  | Unread;

export interface Unread {
  readonly kind: "unread";
  readonly reason: "missing" | "directory" | "denied" | "special" | "too-large" | "failed";
  /** The reason in words: what it is that is wrong with the file. */
  readonly words: string;
}

/** Bytes of a file that are read at most: a million lines, for which smtpd itself would take 5 GB of memory. */
export const largestSize = 64 * 1024 * 1024;

/** Bytes that are read at most from what has no size of its own. */
const largestStream = 10 * 1024 * 1024;

const standardInput = 0;
const pieceSize = 64 * 1024;

/** Milliseconds for somebody to open a named pipe for writing, and between two looks at a pipe. */
const patience = 1000;
const interval = 5;

/** Reads a regular file of at most so many bytes, or a pipe. A device would give bytes for ever. */
export function readSource(path: string, atMost: number = largestSize): SourceText {
  return guarded(() => {
    // Without O_NONBLOCK, opening a named pipe waits until somebody writes to it.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return readDescriptor(descriptor, fstatSync(descriptor), atMost);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** Reads a file as it was named on the command line: `-` is standard input. */
export function readInput(file: string): SourceText {
  return file === "-" ? readStandardInput() : readSource(file);
}

/** Reads standard input to its end. */
export function readStandardInput(): SourceText {
  return guarded(() => {
    if (fstatSync(standardInput).isDirectory()) return unread("directory");
    return decode(readToEnd(standardInput, largestStream), largestStream);
  });
}

function readDescriptor(descriptor: number, stats: Stats, atMost: number): SourceText {
  if (stats.isDirectory()) return unread("directory");
  if (stats.isFIFO()) return readPipe(descriptor);
  if (!stats.isFile()) return unread("special");
  return decode(stats.size > atMost ? undefined : readToEnd(descriptor, atMost), atMost);
}

/** A named pipe that nobody has opened for writing yet looks as if it were at its end: it is given some time. */
function readPipe(descriptor: number): SourceText {
  for (let waited = 0; waited < patience; waited += interval) {
    const first = readPiece(descriptor);
    if (first.length > 0) return decode(readToEnd(descriptor, largestStream, [first]), largestStream);
    pause(interval);
  }
  return unread("special", "it is a pipe that nobody writes to");
}

/** All bytes up to the end, those that were read already in front; undefined where there are too many. */
function readToEnd(descriptor: number, atMost: number, pieces: Buffer[] = []): Buffer | undefined {
  let size = pieces.reduce((sum, { length }) => sum + length, 0);
  while (size <= atMost) {
    const piece = readPiece(descriptor);
    if (piece.length === 0) return Buffer.concat(pieces, size);
    pieces.push(piece);
    size += piece.length;
  }
  return undefined;
}

/** Some bytes, none at the end. Waits where a pipe is empty but still open for writing. */
function readPiece(descriptor: number): Buffer {
  const piece = Buffer.allocUnsafe(pieceSize);
  for (;;) {
    try {
      return piece.subarray(0, readSync(descriptor, piece));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return piece.subarray(0, 0);
      if (code !== "EAGAIN") throw error;
      pause(interval);
    }
  }
}

/** Bytes that are valid UTF-8 become its characters, a byte order mark included; others a character each. */
function decode(bytes: Buffer | undefined, atMost: number): SourceText {
  if (bytes === undefined) return unread("too-large", `it is larger than ${Math.floor(atMost / 1024 / 1024)} MB`);
  const encoding = isUtf8(bytes) ? "utf8" : "latin1";
  return { kind: "text", text: bytes.toString(encoding), encoding };
}

const reasonWords: Readonly<Record<Unread["reason"], string>> = {
  missing: "there is no such file",
  directory: "it is a directory",
  denied: "permission denied",
  special: "it is neither a regular file nor a pipe",
  "too-large": "it is too large",
  failed: "it cannot be read",
};

function unread(reason: Unread["reason"], words: string = reasonWords[reason]): Unread {
  return { kind: "unread", reason, words };
}

/** Turns what the system refuses into a reason. */
function guarded(read: () => SourceText): SourceText {
  try {
    return read();
  } catch (error) {
    return unreadFrom(error as NodeJS.ErrnoException);
  }
}

function unreadFrom({ code, message }: NodeJS.ErrnoException): Unread {
  if (code === "ENOENT" || code === "ENOTDIR") return unread("missing");
  if (code === "EISDIR") return unread("directory");
  if (code === "EACCES" || code === "EPERM") return unread("denied");
  // A socket, or a device without a driver.
  if (code === "ENXIO" || code === "ENODEV") return unread("special");
  return unread("failed", systemWords(message));
}

/** `ELOOP: too many symbolic links encountered, open 'x'` → `too many symbolic links encountered` */
export function systemWords(message: string): string {
  return /^\w+: (.*?)(?:, \w+(?: '.*)?)?$/s.exec(message)?.[1] ?? message;
}
