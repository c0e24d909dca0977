import { StatementParser } from "./statement-parser.ts";

let parser: StatementParser | undefined;

/** The one parser of this process: building it is the most of what a short file costs. */
export function sharedParser(): StatementParser {
  parser ??= new StatementParser();
  return parser;
}
