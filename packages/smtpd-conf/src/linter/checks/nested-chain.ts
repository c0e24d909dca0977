import type { FilterList } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";

export const nestedChain: Check = defineCheck({
  code: "nested-chain",
  summary: "A chain of filters cannot contain another chain.",
  remembers: true,
  create: ({ report }) => {
    const chains = new Map<string, Word>();
    const check = (list: FilterList) => {
      for (const name of list.names) {
        const chain = chains.get(name.value);
        if (chain === undefined) continue;
        report({
          span: name,
          message: `"${name.value}" is a chain itself, and a chain holds single filters only.`,
          help: "List its filters here one by one.",
          related: [{ span: chain, message: "The chain." }],
        });
      }
    };
    return {
      ChainFilterDirective: ({ name, filters }) => {
        check(filters);
        chains.set(name.value, name);
      },
      Option: ({ argument }) => {
        if (argument?.kind === "FilterList") check(argument);
      },
    };
  },
});
