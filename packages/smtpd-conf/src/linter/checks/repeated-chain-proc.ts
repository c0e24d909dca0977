import { isAtLeast } from "../../language/releases.ts";
import type { FilterList } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";

export const repeatedChainProc: Check = defineCheck({
  code: "repeated-chain-proc",
  summary: "In 6.6, a chain cannot hold two filters of the same proc.",
  remembers: true,
  create: ({ target, report }) => {
    if (isAtLeast(target, "6.7.1") || !isAtLeast(target, "6.6.0")) return {};
    const procs = new Map<string, string>();
    const check = (list: FilterList) => {
      const seen = new Map<string, Word>();
      for (const name of list.names) {
        const proc = procs.get(name.value);
        const first = proc === undefined ? undefined : seen.get(proc);
        if (proc !== undefined && first === undefined) seen.set(proc, name);
        if (first === undefined || first.value === name.value) continue;
        report({
          span: name,
          message: `The chain already holds a filter of the proc "${proc}", and 6.6 takes only one.`,
          related: [{ span: first, message: "Its first filter." }],
        });
      }
    };
    return {
      ProcFilterDirective: ({ name, proc }) => void procs.set(name.value, proc.value),
      ProcExecFilterDirective: ({ name }) => void procs.set(name.value, name.value),
      ChainFilterDirective: ({ filters }) => check(filters),
      Option: ({ argument }) => {
        if (argument?.kind === "FilterList") check(argument);
      },
    };
  },
});
