import { StatementParser } from "./statement-parser.ts";

let parser: StatementParser | undefined;

/** A parser for all who ask: building one takes longer than most of what is asked. */
export function sharedParser(): StatementParser {
  parser ??= new StatementParser();
  return parser;
}
