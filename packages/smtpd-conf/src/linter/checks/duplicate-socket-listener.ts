import type { Keyword } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";

export const duplicateSocketListener: Check = defineCheck({
  code: "duplicate-socket-listener",
  summary: "There is one local socket, so it can be configured only once.",
  remembers: true,
  create: ({ report }) => {
    let first: Keyword | undefined;
    return {
      ListenDirective: ({ socket }) => {
        if (socket === undefined) return;
        if (first === undefined) {
          first = socket;
          return;
        }
        report({
          span: socket,
          message: 'There is already a "listen on socket", and smtpd has only one local socket.',
          help: "Put all options into one statement.",
          related: [{ span: first, message: "It is configured here first." }],
        });
      },
    };
  },
});
