import { tcpServices } from "../../language/services.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const invalidPort: Check = defineCheck({
  code: "invalid-port",
  summary: "A port is a number from 1 to 65535 or the name of a TCP service.",
  create: ({ machine, report }) => ({
    Option: (option) => {
      if (option.info.argument !== "port") return;
      const token = option.argument as Token;
      if (token.kind === "Number") {
        const port = Number(token.value);
        if (port < 1 || port > 65535) report(outOfRange(token));
      } else if (!(machine ? machine.hasService(token.value) : tcpServices.has(token.value))) report(unknownService(token));
    },
  }),
});

function outOfRange(token: Token): Problem {
  return { span: token, message: `${token.value} is not a port.`, help: "A port is a number from 1 to 65535." };
}

function unknownService(token: Token): Problem {
  if (/^\d+$/.test(token.value)) {
    return {
      span: token,
      message: `"${token.value}" in quotes is taken for the name of a service, and there is none of that name.`,
      help: "Write the number without quotes.",
      fixes:
        token.origin === undefined && token.quoted
          ? [{ title: "Remove the quotes", safe: true, edits: [{ span: token, text: token.value }] }]
          : [],
    };
  }
  const near = suggestionsFor(token.value, tcpServices);
  const help = near.length > 0 ? `Did you mean ${eitherOf(near)}?` : "Write a number, or a name that services(5) has.";
  return { span: token, message: `There is no TCP service "${token.value}".`, help };
}
