import type { Option } from "../../parser/ast/nodes.ts";
import { textOf } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";
import { failureSpan } from "../place.ts";

export const optionOrder: Check = defineCheck({
  code: "option-order",
  summary: "In a relay action, auth comes after host or domain, and ttl comes last.",
  precedence: 30,
  create: ({ report }) => ({
    ActionDirective: ({ method, options }) => {
      if (method.name !== "relay") return;
      const auth = options.findIndex((option) => option.name === "auth");
      const host = options.findIndex((option) => option.name === "host" || option.name === "domain");
      if (auth < 0 || host < auth) return;
      const [wrong, right] = [options[auth] as Option, options[host] as Option];
      report({
        span: wrong,
        message: `"auth" stands before "${right.name}", and smtpd wants to know the ${right.name} first.`,
        help: `Write "${textOf(right)} ${textOf(wrong)}".`,
        related: [{ span: right, message: `The ${right.name}.` }],
        fixes: swap(wrong, right),
      });
    },
    explain: (failure) => {
      const { partial } = failure.line;
      const token = failure.token;
      if (partial?.kind !== "ActionDirective" || token?.kind !== "Keyword") return undefined;
      const ttl = partial.options?.find((option) => option.name === "ttl");
      if (ttl === undefined || partial.method === undefined) return undefined;
      return {
        span: failureSpan(failure),
        message: `"${token.value}" stands behind "ttl", and smtpd wants "ttl" to be the last option of an action.`,
        help: `Move "${textOf(ttl)}" to the end of the action.`,
        related: [{ span: ttl, message: "The ttl." }],
      };
    },
  }),
});

function swap(first: Option, second: Option) {
  const editable = first.keyword.origin === undefined && second.keyword.origin === undefined;
  if (!editable || first.source !== second.source) return [];
  const edits = [
    { span: first, text: textOf(second) },
    { span: second, text: textOf(first) },
  ];
  return [{ title: `Put "${second.name}" before "${first.name}"`, safe: true, edits }];
}
