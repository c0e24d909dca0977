import { createHash } from "node:crypto";
import { isAbsolute, posix, relative, resolve, sep } from "node:path";
import type { Diagnostic, Source, Span } from "smtpd-conf";
import { indexLines, type LineIndex, lineAt, positionAt } from "../line-index.ts";
import type { LintedFile } from "../report.ts";

/** Hex digits of a fingerprint: 80 bits. */
const fingerprintLength = 20;

/**
 * What a finding is known by from run to run: a hash of its file, its code and the text of its line, in hex. Lines above it
 * may come and go, blanks and the words of the message may change. `occurrence` counts, from 0, the findings before it that
 * are alike in all of these. `folder` is what the path of the file is relative to.
 */
export function fingerprintOf(
  { code, span }: Pick<Diagnostic, "code" | "span">,
  occurrence: number,
  folder = process.cwd(),
): string {
  return hash([portablePath(span.source.path, folder), code, hashOfLine(span), String(occurrence)]);
}

/** The fingerprints of the findings of a file, in their order; no two are equal. */
export function fingerprints(
  { diagnostics }: Pick<LintedFile, "diagnostics">,
  folder = process.cwd(),
): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const first = fingerprintOf(diagnostic, 0, folder);
    const occurrence = seen.get(first) ?? 0;
    seen.set(first, occurrence + 1);
    return occurrence === 0 ? first : fingerprintOf(diagnostic, occurrence, folder);
  });
}

/**
 * A path as it reads on every machine: relative to a folder, the working directory where none is given, and with `/`. An
 * absolute one that leads elsewhere stays as it is.
 */
export function portablePath(path: string, folder = process.cwd()): string {
  const place = relative(folder, resolve(path));
  const chosen = isAbsolute(path) && (place.startsWith("..") || isAbsolute(place)) ? path : place;
  return posix.normalize(sep === "/" ? chosen : chosen.replaceAll(sep, "/"));
}

interface KnownLines {
  readonly index: LineIndex;
  /** Hashes of lines by their numbers. */
  readonly hashes: Map<number, string>;
}

/** A line can be long, and thousands of findings can begin in it: each is hashed once. */
const knownLines = new WeakMap<Source, KnownLines>();

/** What stands for the line that a finding begins in. */
function hashOfLine({ source, start }: Span): string {
  const { index, hashes } = knownLines.get(source) ?? { index: indexLines(source), hashes: new Map() };
  knownLines.set(source, { index, hashes });
  const { line } = positionAt(index, start);
  const known = hashes.get(line) ?? hash([normalizedLine(lineAt(index, line), source)]);
  hashes.set(line, known);
  return known;
}

/**
 * A line without the blanks around it and with single ones within. Of a line in the file of a table only the key: what
 * stands behind it may be a password, and a fingerprint is made to be stored.
 */
function normalizedLine(text: string, { part }: Source): string {
  const line = text.trim();
  return part === undefined ? line.replaceAll(/\s+/g, " ") : (line.split(/[\s:]/, 1)[0] ?? "");
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, fingerprintLength);
}
