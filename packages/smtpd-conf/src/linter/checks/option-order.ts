import { deliveryMethods, relayOptions } from "../../language/action-options.ts";
import { interfaceOptions } from "../../language/listen-options.ts";
import type { OptionInfo } from "../../language/option-info.ts";
import type { Option } from "../../parser/ast/nodes.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Span, textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Edit, Fix } from "../diagnostic.ts";
import { isEditable } from "../place.ts";

const withSuffix: readonly OptionInfo[] = [...interfaceOptions, ...deliveryMethods, ...relayOptions];
const conditionWords = new Set(["auth", "for", "from", "helo", "mail-from", "rcpt-to", "tag", "tls", "!"]);

export const optionOrder: Check = defineCheck({
  code: "option-order",
  summary:
    "Some words have a fixed place: auth after host, ttl last, conditions before the action, ! before from and for.",
  precedence: 29,
  create: ({ report }) => ({
    ActionDirective: ({ method, options }) => {
      if (method.name !== "relay") return;
      const auth = options.findIndex((option) => option.name === "auth");
      const host = options.findIndex((option) => option.name === "host" || option.name === "domain");
      if (auth >= 0 && host > auth) report(authBeforeHost(options[auth] as Option, options[host] as Option));
    },
    explain: (failure) => behindTtl(failure) ?? behindAction(failure) ?? lateNegation(failure) ?? lateSuffix(failure),
  }),
});

function authBeforeHost(auth: Option, host: Option): Problem {
  return {
    span: auth,
    message: `"auth" stands before "${host.name}", and smtpd wants to know the ${host.name} first.`,
    help: `Write "${textOf(host)} ${textOf(auth)}".`,
    related: [{ span: host, message: `The ${host.name}.` }],
    fixes: swap(auth, host),
  };
}

function swap(first: Option, second: Option): Fix[] {
  const editable = isEditable(first.keyword) && isEditable(second.keyword);
  if (!editable || first.source !== second.source) return [];
  const edits = [
    { span: first, text: textOf(second) },
    { span: second, text: textOf(first) },
  ];
  return [{ title: `Put "${second.name}" before "${first.name}"`, safe: true, edits }];
}

/** `ttl 1d host …` */
function behindTtl({ line, token }: SyntaxFailure): Problem | undefined {
  const { partial } = line;
  if (partial?.kind !== "ActionDirective" || token?.kind !== "Keyword") return undefined;
  const ttl = partial.options?.find((option) => option.name === "ttl");
  if (ttl === undefined || token.value === "ttl") return undefined;
  return {
    span: token,
    message: `"${token.value}" stands after "ttl", and smtpd wants "ttl" to be the last option of an action.`,
    help: `Move "${textOf(ttl)}" to the end of the action.`,
    related: [{ span: ttl, message: "The ttl." }],
    fixes: moveTo("Move ttl to the end", ttl, line.tokens, line.tokens.at(-1)),
  };
}

/** `match action "a" from any` */
function behindAction({ line, token, index }: SyntaxFailure): Problem | undefined {
  const { partial, tokens } = line;
  if (partial?.kind !== "MatchDirective" || token === undefined || !conditionWords.has(token.value)) return undefined;
  const start = tokens[partial.reject ? index - 1 : index - 2];
  const end = partial.reject ?? partial.action;
  if (start === undefined || end === undefined) return undefined;
  const decision = { source: start.source, start: start.start, end: end.end };
  return {
    span: token,
    message: `"${token.value}" stands after what the rule does, and smtpd wants all conditions before it.`,
    help: `Move "${textOf(decision)}" to the end of the rule.`,
    related: [{ span: decision, message: "What the rule does." }],
    fixes: moveTo("Move it to the end", decision, tokens, tokens.at(-1)),
  };
}

/** `from ! src <t>`, `tag ! X`: before 6.4, the negation stood after the keyword. */
function lateNegation({ line, token, index }: SyntaxFailure): Problem | undefined {
  const [earlier, before] = line.tokens.slice(Math.max(0, index - 2), index);
  const next = line.tokens[index + 1];
  if (line.partial?.kind !== "MatchDirective" || token?.value !== "!" || !isCondition(before)) return undefined;
  return {
    span: token,
    message: `"!" stands after "${before.value}", and smtpd wants it before.`,
    help: `Write !${before.value}.`,
    fixes: earlier?.value === "!" || next === undefined ? [] : negation(before, token, next),
  };
}

function isCondition(token: Token | undefined): token is Token {
  return token?.kind === "Keyword" && conditionWords.has(token.value);
}

function negation(before: Token, not: Token, next: Token): Fix[] {
  if (![before, not, next].every(isEditable)) return [];
  const { source, start, end } = before;
  const edits: Edit[] = [
    { span: { source, start, end: start }, text: "!" },
    { span: { source, start: end, end: next.start }, text: " " },
  ];
  return [{ title: `Write !${before.value}`, safe: true, edits }];
}

/** `maildir alias <a> junk`: a word that belongs directly after another one of the line. */
function lateSuffix({ line, token }: SyntaxFailure): Problem | undefined {
  const { partial, tokens } = line;
  if (token?.kind !== "Keyword" || (partial?.kind !== "ActionDirective" && partial?.kind !== "ListenDirective"))
    return undefined;
  const options =
    partial.kind === "ActionDirective" ? [partial.method, ...(partial.options ?? [])] : (partial.options ?? []);
  const owner = options.find((option) => option !== undefined && suffixOf(option) === token.value);
  if (owner === undefined || owner.suffix !== undefined) return undefined;
  return {
    span: token,
    message: `"${token.value}" belongs directly after "${owner.name}", and something stands between them.`,
    help: `Write "${textOf(owner)} ${token.value}".`,
    related: [{ span: owner, message: `The "${owner.name}".` }],
    fixes: token.value === "mx" ? [] : moveTo(`Move "${token.value}"`, token, tokens, owner),
  };
}

function suffixOf({ name, info }: Option): string | undefined {
  return withSuffix.includes(info) || withSuffix.some((other) => other.name === name) ? info.suffix : undefined;
}

/** Takes a range out of the line and puts it after another one of its parts. */
function moveTo(title: string, moved: Span, tokens: readonly Token[], target: Span | undefined): Fix[] {
  if (target === undefined || !tokens.every(isEditable)) return [];
  const { source, start, end } = moved;
  const next = tokens.find((token) => token.start >= end);
  const before = tokens.findLast((token) => token.end <= start);
  const removed = next ? { source, start, end: next.start } : { source, start: before?.end ?? start, end };
  const edits = [
    { span: removed, text: "" },
    { span: { source, start: target.end, end: target.end }, text: ` ${textOf(moved)}` },
  ];
  return [{ title, safe: true, edits }];
}
