import type { Argument } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";

export const mixedListAndMapping: Check = defineCheck({
  code: "mixed-list-and-mapping",
  summary: "A table holds values, or keys with values, but not both.",
  create: ({ report }) => {
    const check = (table: Argument | undefined) => {
      if (table?.kind !== "InlineTable") return;
      const [first] = table.entries;
      const other = table.entries.find((entry) => (entry.value === undefined) !== (first?.value === undefined));
      if (first === undefined || other === undefined) return;
      report({
        span: other,
        message: other.value
          ? `"${other.key.value}" has a value, and the entries before it have none.`
          : `"${other.key.value}" has no value, and the entries before it have one.`,
        help: "Make a list of them all, or a mapping of them all.",
        related: [{ span: first, message: "The first entry decides." }],
      });
    };
    return {
      TableDirective: ({ entries }) => check(entries),
      Option: ({ argument }) => check(argument),
    };
  },
});
