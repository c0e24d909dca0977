import type { FilterList } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";

export const repeatedChainFilter: Check = defineCheck({
  code: "repeated-chain-filter",
  summary: "A chain cannot hold the same filter twice.",
  create: ({ report }) => {
    const check = (list: FilterList) => {
      const seen = new Map<string, Word>();
      for (const name of list.names) {
        const first = seen.get(name.value);
        if (first === undefined) seen.set(name.value, name);
        else {
          report({
            span: name,
            message: `The filter "${name.value}" is already in this chain.`,
            related: [{ span: first, message: "It is here first." }],
          });
        }
      }
    };
    return {
      ChainFilterDirective: ({ filters }) => check(filters),
      Option: ({ argument }) => {
        if (argument?.kind === "FilterList") check(argument);
      },
    };
  },
});
