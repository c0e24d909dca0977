import { parserDepth } from "../../language/lexical-limits.ts";
import { isAtLeast } from "../../language/releases.ts";
import type { FilterList, InlineTable, Line, Option } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const listTooLong: Check = defineCheck({
  code: "list-too-long",
  summary: "A list within the configuration has fewer than about 5,000 entries.",
  create: ({ target, report }) => {
    const extra = isAtLeast(target, "7.5") ? 2 : 0;
    const limit = (span: Span, depth: number, help: string) => {
      if (depth + extra <= parserDepth) return;
      report({
        span,
        message: "This is longer than smtpd's parser has room for: it gives up with an exhausted stack.",
        help,
      });
    };
    const checkList = (list: InlineTable | FilterList | undefined, before: number) => {
      if (list !== undefined)
        limit(list, before + depthOf(list), "Put the entries into a file: table NAME file:/path.");
    };
    return {
      TableDirective: ({ entries }) => checkList(entries, 5),
      ChainFilterDirective: ({ filters }) => checkList(filters, 7),
      LimitDirective: (line) =>
        limit(
          line,
          line.limits.length + line.options.length + (line.scope === "mta" ? 7 : 6) - extra,
          "Set each limit once.",
        ),
      PkiDirective: (line) => limit(line, line.options.length + 7 - extra, "Give each parameter once."),
      ActionDirective: (line) => limit(line, line.options.length + 9 - extra, "Give each option once."),
      Option: ({ argument }, line) => {
        if (argument?.kind !== "InlineTable" && argument?.kind !== "FilterList") return;
        checkList(argument, 9 + optionsBefore(line, argument));
      },
    };
  },
});

/** Two symbols for each entry, and two more for the value of the last one. */
function depthOf(list: InlineTable | FilterList): number {
  if (list.kind === "FilterList") return 2 * list.names.length;
  return 2 * list.entries.length + (list.entries[0]?.value === undefined ? 0 : 2);
}

/** The options that are still open when this one is read: smtpd's grammar keeps all of them until the statement ends. */
function optionsBefore(line: Line, argument: Span): number {
  const options: readonly Option[] =
    line.kind === "MatchDirective" ? line.conditions : "options" in line ? (line.options as readonly Option[]) : [];
  return Math.max(
    0,
    options.findIndex((option) => option.argument === argument),
  );
}
