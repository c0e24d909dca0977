import type { FilterList } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";

export const nestedChain: Check = defineCheck({
  code: "nested-chain",
  summary: "A chain of filters cannot contain another chain.",
  create: ({ report }) => {
    const chains = new Set<string>();
    const check = (list: FilterList) => {
      for (const name of list.names) {
        if (!chains.has(name.value)) continue;
        report({
          span: name,
          message: `"${name.value}" is a chain itself, and a chain holds single filters only.`,
          help: "List its filters here one by one.",
        });
      }
    };
    return {
      ChainFilterDirective: ({ name, filters }) => {
        check(filters);
        chains.add(name.value);
      },
      Option: ({ argument }) => {
        if (argument?.kind === "FilterList") check(argument);
      },
    };
  },
});
