import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import type { ListenDirective } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const listenerWithoutAddress: Rule = defineRule({
  code: "listener-without-address",
  summary: "A listener on an address of one family that asks for the other family listens nowhere.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const problem = problemOf(directive);
      if (problem !== undefined) report(problem);
    },
  }),
});

function problemOf(directive: ListenDirective): Problem | undefined {
  const { interface: word, options } = directive;
  if (word === undefined) return undefined;
  const wrong = isIpv4(word.value) ? "inet6" : isIpv6(word.value) ? "inet4" : undefined;
  const option = options.find(({ name }) => name === wrong);
  if (option === undefined) return undefined;
  return {
    span: option,
    message: `"${word.value}" has no ${wrong === "inet6" ? "IPv6" : "IPv4"} address: smtpd prints a warning, starts, and listens nowhere for this line.`,
    help: `Leave "${wrong}" out.`,
    fixes: removal(`Remove ${wrong}`, directive, option, false),
  };
}
