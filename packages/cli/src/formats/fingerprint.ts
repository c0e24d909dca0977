import { createHash } from "node:crypto";
import { isAbsolute, posix, relative, resolve, sep } from "node:path";
import type { Diagnostic, Span } from "smtpd-conf";
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
  return hash([portablePath(span.source.path, folder), code, normalizedLine(span), String(occurrence)]);
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

/**
 * The line that a finding begins in, without the blanks around it and with single ones within. Of a line in the file of a
 * table only the key: what stands behind it may be a password, and a fingerprint is made to be stored.
 */
function normalizedLine({ source: { text, part }, start }: Span): string {
  const newline = text.indexOf("\n", start);
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, newline < 0 ? text.length : newline).trim();
  return part === undefined ? line.replaceAll(/\s+/g, " ") : (line.split(/[\s:]/, 1)[0] ?? "");
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, fingerprintLength);
}
