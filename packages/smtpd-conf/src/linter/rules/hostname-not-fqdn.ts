import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import { listenerOf } from "../../model/listener.ts";
import type { Line, Option } from "../../parser/ast/nodes.ts";
import type { CheckContext, Problem } from "../check.ts";
import { isPublicHost, namedRelay } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const hostnameNotFqdn: Rule = defineRule({
  code: "hostname-not-fqdn",
  summary: "A mail server introduces itself by its full host name, or by its address in brackets.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    Option: (option, line) => {
      if (option.argument?.kind !== "String" || !isNameForOthers(option, line, context)) return;
      const fault = faultOf(option.argument.value);
      if (fault !== undefined) context.report({ span: option.argument, ...problemOf(fault, option) });
    },
  }),
});

/** Whether the option gives a name that servers or clients elsewhere see. */
function isNameForOthers({ name }: Option, line: Line, context: CheckContext): boolean {
  if (line.kind === "ListenDirective") return name === "hostname" && listenerOf(line).exposure === "public";
  if (line.kind !== "ActionDirective" || name !== "helo") return false;
  const relay = namedRelay(line, context);
  return relay === undefined || !relay.complete || relay.hosts.some(isPublicHost);
}

/** What is wrong with a name, and what to write; names with other characters are left alone, they may be templates. */
function faultOf(name: string): { readonly message: string; readonly help: string } | undefined {
  if (isIpv4(name)) return { message: `The address ${name} lacks its brackets`, help: `Write "[${name}]".` };
  if (isIpv6(name)) return { message: `The address ${name} lacks its brackets`, help: `Write "[IPv6:${name}]".` };
  const help = 'Write the whole name, such as "mail.example.org", which the DNS knows.';
  if (/^localhost(?:\.localdomain)?\.?$/i.test(name))
    return { message: `"${name}" is the name of every machine`, help };
  return /^[A-Za-z0-9_-]+\.?$/.test(name) ? { message: `"${name}" is no full host name`, help } : undefined;
}

function problemOf({ message, help }: { message: string; help: string }, { name }: Option): Omit<Problem, "span"> {
  const effect =
    name === "helo"
      ? "servers that check the greeting refuse it"
      : "clients see it in the greeting, and it completes addresses without a domain";
  return { message: `${message}: ${effect}.`, help };
}
