import { writeSync } from "node:fs";

/** A stream that text is written to. */
export interface Output {
  readonly write: (text: string) => void;
  /** Writes what was gathered. */
  readonly flush: () => void;
}

/** Where findings go. */
export interface ReportOutput extends Output {
  /** Called once, behind all text. Says what is wrong where it could not be written. */
  readonly save: () => string | undefined;
}

/** Characters that are gathered before they are written. */
const pieceLength = 64 * 1024;

/**
 * Standard output (1) or standard error (2). Text is gathered and written in large pieces; when the reader has gone away
 * (`smtpd-lint … | head`), the rest is dropped without a word.
 */
export function openOutput(descriptor: 1 | 2): Output {
  let gathered: string[] = [];
  let length = 0;
  let closed = false;
  const flush = () => {
    if (length === 0) return;
    const bytes = Buffer.from(gathered.join(""));
    [gathered, length] = [[], 0];
    closed ||= !writeBytes(descriptor, bytes);
  };
  const write = (text: string) => {
    if (closed) return;
    gathered.push(text);
    length += text.length;
    if (length >= pieceLength) flush();
  };
  return { write, flush };
}

/** Writes bytes as they are. Says whether all could be written; not when nobody reads any more. */
export function writeBytes(descriptor: number, bytes: Uint8Array): boolean {
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE" || code === "EOF") return false;
      if (code !== "EAGAIN") throw error;
      pause(2);
    }
  }
  return true;
}

/** Waits without doing anything: a full pipe that does not block has to be tried again. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
