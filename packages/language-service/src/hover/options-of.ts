import type { Line, Option } from "smtpd-conf";
import { statementOf } from "../statement-of.ts";

/** The options or conditions of a statement, as far as they can be read; none of one that has no such thing. */
export function optionsOf(line: Line): readonly Option[] {
  const statement = statementOf(line);
  if (statement === undefined) return [];
  if ("options" in statement && statement.options !== undefined) return statement.options;
  return "conditions" in statement && statement.conditions !== undefined ? statement.conditions : [];
}
