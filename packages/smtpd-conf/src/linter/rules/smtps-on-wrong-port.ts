import { listenerOf } from "../../model/listener.ts";
import type { ListenDirective } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { tlsOption } from "../listener.ts";
import { defineRule, type Rule } from "../rule.ts";

export const smtpsOnWrongPort: Rule = defineRule({
  code: "smtps-on-wrong-port",
  summary: "Port 465 speaks TLS from the first byte on; the ports 25 and 587 begin in plain text.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const problem = wrongMode(directive);
      if (problem !== undefined) report(problem);
    },
  }),
});

/** What clients expect of a port: the option that gives it to them. */
const expected: Readonly<Record<number, "tls" | "tls-require" | "smtps">> = {
  25: "tls",
  465: "smtps",
  587: "tls-require",
};

function wrongMode(directive: ListenDirective): Problem | undefined {
  const { port, tls, exposure, proxied } = listenerOf(directive);
  const mode = port === undefined ? undefined : expected[port];
  if (mode === undefined || (mode === "smtps") === (tls === "smtps")) return undefined;
  const option = tlsOption(directive);
  if (option === undefined && (exposure !== "public" || proxied)) return undefined;
  const span = option?.keyword ?? directive.options.find(({ name }) => name === "port") ?? directive;
  const clients = mode === "smtps" ? "TLS from the first byte on" : "plain text first";
  return {
    span,
    message: `Clients expect ${clients} at port ${port}, and cannot talk to this listener.`,
    help: `Write "${mode}" here, or give the listener another port.`,
    fixes: option === undefined ? [] : rewrite(`Write ${mode}`, [[option.keyword, mode]], false),
  };
}
