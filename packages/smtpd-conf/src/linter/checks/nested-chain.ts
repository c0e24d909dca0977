import type { FilterList, Option } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { optionsOf } from "../options-of.ts";

export const nestedChain: Check = defineCheck({
  code: "nested-chain",
  summary: "A chain of filters cannot contain another chain.",
  remembers: true,
  concerns: (line) => line.kind === "ChainFilterDirective" || optionsOf(line).some(hasList),
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

function hasList({ argument }: Option): boolean {
  return argument?.kind === "FilterList";
}
