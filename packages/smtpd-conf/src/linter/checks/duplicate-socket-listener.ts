import type { ListenDirective } from "../../parser/ast/nodes.ts";
import { type Check, defineCheck } from "../check.ts";

export const duplicateSocketListener: Check = defineCheck({
  code: "duplicate-socket-listener",
  summary: "There is one local socket, so it can be configured only once.",
  create: ({ report }) => {
    let first: ListenDirective | undefined;
    return {
      ListenDirective: (line) => {
        if (line.socket === undefined) return;
        if (first?.socket === undefined) {
          first = line;
          return;
        }
        report({
          span: line.socket,
          message: '"listen on socket" is given twice, and there is only one local socket.',
          help: "Put all its options into one statement.",
          related: [{ span: first.socket, message: "It was given here first." }],
        });
      },
    };
  },
});
