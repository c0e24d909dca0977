import { isAtLeast } from "../../language/releases.ts";
import type { Argument, FilterList, InlineTable } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";

export const multilineListVersion: Check = defineCheck({
  code: "multiline-list-version",
  summary: "Before 7.5, a list cannot have a newline after its brace, after a comma or before the closing brace.",
  create: ({ target, report }) => {
    const check = (argument: Argument | undefined) => {
      if (argument?.kind !== "InlineTable" && argument?.kind !== "FilterList") return;
      const { newline } = argument as InlineTable | FilterList;
      if (newline === undefined) return;
      const { source, start } = newline;
      const { origin } = newline;
      report({
        span: newline,
        message: `A newline can stand here since 7.5, and the target is ${target}.`,
        help: "Put a backslash at the end of the line, or write the list on one line.",
        fixes: origin
          ? []
          : [{ title: "Continue the line with a backslash", safe: true, edits: [{ span: { source, start, end: start }, text: " \\" }] }],
      });
    };
    if (isAtLeast(target, "7.5")) return {};
    return {
      TableDirective: ({ entries }) => check(entries),
      ChainFilterDirective: ({ filters }) => check(filters),
      Option: ({ argument }) => check(argument),
    };
  },
});
