import { tcpServices } from "../../language/services.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const invalidPort: Check = defineCheck({
  code: "invalid-port",
  summary: "A port is a number from 1 to 65535 or the name of a TCP service.",
  precedence: 30,
  create: (context) => ({
    Option: (option) => {
      if (option.info.argument !== "port") return;
      const token = option.argument as Token;
      if (token.kind === "Number") {
        const port = Number(token.value);
        if (port < 1 || port > 65535) context.report(outOfRange(token));
      } else if (!(context.machine?.hasService(token.value) ?? tcpServices.has(token.value)))
        context.report(unknownService(token));
    },
    explain: severalPorts,
  }),
});

function outOfRange(token: Token): Problem {
  return { span: token, message: `${token.value} is not a port.`, help: "A port is a number from 1 to 65535." };
}

function unknownService(token: Token): Problem {
  const { value } = token;
  if (/^\d+$/.test(value)) return token.quoted ? quotedNumber(token) : touchedNumber(token);
  const lower = value.toLowerCase();
  const near = tcpServices.has(lower) ? [lower] : suggestionsFor(lower, tcpServices);
  return {
    span: token,
    message: `There is no TCP service "${value}".`,
    help: near.length > 0 ? `Did you mean ${eitherOf(near)}?` : "Write a number, or a name that services(5) has.",
    fixes: near.flatMap((name) => rewrite(`Write "${name}"`, [[token, name]], false)),
  };
}

function quotedNumber(token: Token): Problem {
  return {
    span: token,
    message: `"${token.value}" in quotes is taken for the name of a service, and there is none of that name.`,
    help: "Write the number without quotes.",
    fixes: rewrite("Remove the quotes", [[token, token.value]]),
  };
}

/** `25#comment` begins with a word: a number must be followed by a blank or the end of the line. */
function touchedNumber(token: Token): Problem {
  return {
    span: token,
    message: `What follows "${token.value}" without a blank makes it a word, and there is no service of that name.`,
    help: "Put a blank behind the number.",
    fixes: rewrite("Put a blank behind it", [[token, `${token.value} `]]),
  };
}

/** `port { 25, 587 }` or `port 25, 587` */
function severalPorts({ token, line, index }: SyntaxFailure): Problem | undefined {
  if (line.partial?.kind !== "ListenDirective" || token?.kind !== "Punctuation") return undefined;
  const behind = { "{": 1, ",": 2 }[token.value] ?? 0;
  const keyword = line.tokens[index - behind];
  if (keyword?.kind !== "Keyword" || keyword.value !== "port") return undefined;
  const message = "A listener has one port, and smtpd takes no list of them.";
  return { span: token, message, help: "Write one listen statement for each port." };
}
