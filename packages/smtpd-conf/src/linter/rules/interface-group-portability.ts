import { commonInterfaces } from "../../language/interfaces.ts";
import { defineRule, type Rule } from "../rule.ts";

export const interfaceGroupPortability: Rule = defineRule({
  code: "interface-group-portability",
  summary: "A group of interfaces is known on some BSDs only.",
  category: "portability",
  severity: "info",
  recommended: false,
  scope: "statement",
  create: (context) => ({
    ListenDirective: ({ interface: address }) => {
      if (address === undefined || !groups.has(address.value)) return;
      // Where the machine is known, it is no question, or there is a check that says so.
      if (context.machine?.resolves(address.value, undefined) !== undefined) return;
      context.report({
        span: address,
        message: `"${address.value}" is a group of interfaces on BSD; where there are no groups smtpd refuses it.`,
        help: 'To listen on all addresses of any system write two listeners, on "0.0.0.0" and on "::".',
      });
    },
  }),
});

const groups: ReadonlySet<string> = new Set(commonInterfaces.filter(({ group }) => group).map(({ name }) => name));
