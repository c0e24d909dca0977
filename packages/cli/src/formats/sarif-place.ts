import { isAbsolute, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Span } from "smtpd-conf";
import type { Places } from "./places.ts";

/** What relative addresses are relative to: the working directory, which is to be the root of the repository. */
export const sourceRoot = "%SRCROOT%";

/** A file: relative where it lies below the working directory, so that a report says nothing of the machine that made it. */
export function artifactAt(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  if (isAbsolute(path) || path.startsWith("../")) return { uri: pathToFileURL(resolve(path)).href };
  return { uri: path.split("/").map(encoded).join("/"), uriBaseId: sourceRoot };
}

function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** Lines and columns from 1; the end is the first column behind. */
export function regionOf(span: Span, { rangeOf }: Places): Readonly<Record<string, number>> {
  const { start, end } = rangeOf(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

export function physicalLocation(span: Span, places: Places): Readonly<Record<string, unknown>> {
  return { artifactLocation: artifactAt(places.pathOf(span.source)), region: regionOf(span, places) };
}
