import type { Source, Span } from "smtpd-conf";
import { positionAt } from "../line-index.ts";
import type { Indexes } from "./block.ts";

/** Where something begins, for programs. */
export interface LinePlace {
  /** From 1. */
  readonly line: number;
  /** Its file where that is an included one. */
  readonly path?: string;
}

/** The line that a statement begins in; `sources` are the files of its configuration, the main one in front. */
export function linePlace({ source, start }: Span, [main]: readonly Source[], indexOf: Indexes): LinePlace {
  const { line } = positionAt(indexOf(source), start);
  return { line, ...(source === main ? {} : { path: source.path }) };
}
