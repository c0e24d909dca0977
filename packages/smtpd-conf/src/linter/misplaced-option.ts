import {
  closingOptions,
  deliveryMethods,
  deliveryOptions,
  relayMethod,
  relayOptions,
} from "../language/action-options.ts";
import { filterPhases } from "../language/filter-phases.ts";
import { interfaceOptions } from "../language/listen-options.ts";
import { forConditions, fromConditions, plainConditions } from "../language/match-conditions.ts";
import type { OptionInfo } from "../language/option-info.ts";
import { optionPlaces } from "../language/option-places.ts";
import type { SyntaxFailure } from "../parser/configuration.ts";
import type { Token } from "../parser/lexer/token.ts";
import { textOf } from "../parser/source.ts";
import type { Fix } from "./diagnostic.ts";
import { rewrite } from "./fix.ts";
import { eitherOf } from "./suggestions.ts";

/** The way out for a word that is no option where it stands. */
export interface Advice {
  readonly help: string;
  readonly fixes?: readonly Fix[];
}

const methods = [...deliveryMethods, relayMethod];
const actionOptions: readonly OptionInfo[] = [...deliveryOptions, ...relayOptions, ...closingOptions];
const withSuffix: readonly OptionInfo[] = [...interfaceOptions, ...deliveryMethods, ...relayOptions];

/** What a word that is no option where it stands may have been meant for; undefined where nobody can tell. */
export function adviceFor(failure: SyntaxFailure, token: Token): Advice | undefined {
  const { partial } = failure.line;
  if (partial?.kind === "MatchDirective") return adviceForRule(failure, token, partial.action !== undefined);
  if (partial?.kind === "ProcFilterDirective") return adviceForFilter(failure, token);
  return token.kind === "Keyword" ? (suffixAdvice(token.value) ?? placeAdvice(token.value)) : undefined;
}

/** `verify`, `junk` and the like follow one option directly. */
function suffixAdvice(word: string): Advice | undefined {
  const owners = withSuffix.filter(({ suffix }) => suffix === word).map(({ name }) => name);
  if (owners.length === 0) return undefined;
  return { help: `"${word}" stands directly after ${eitherOf(owners)}.` };
}

function placeAdvice(word: string): Advice | undefined {
  const places = optionPlaces(word);
  if (places.length === 0) return undefined;
  return { help: `"${word}" belongs in ${eitherOf(places)}.` };
}

function adviceForRule(failure: SyntaxFailure, token: Token, complete: boolean): Advice | undefined {
  const { value, kind } = token;
  const method = value === "deliver" ? failure.line.tokens[failure.index + 2]?.value : value;
  if (method !== undefined && hasName(methods, method)) {
    return { help: `A rule only names an action: write action "name" ${method}, and end the rule with action "name".` };
  }
  if (complete) {
    const belongs = kind === "Keyword" && hasName(actionOptions, value);
    return belongs
      ? { help: `"${value}" is an option of the action: write it where the action is defined.` }
      : undefined;
  }
  const before = failure.line.tokens[failure.index - 1];
  const scope = before?.kind === "Keyword" && /^(from|for)$/.test(before.value) ? before : undefined;
  if (kind === "Keyword") return conditionAdvice(value, scope);
  if (value === "to") return { help: 'Did you mean "for"?', fixes: rewrite('Write "for"', [[token, "for"]], false) };
  return scope && valueAdvice(scope, token);
}

/** A condition that exists, but with another word before it, or none. */
function conditionAdvice(word: string, scope: Token | undefined): Advice | undefined {
  const forms = [
    ...(hasName(plainConditions, word) ? [word] : []),
    ...(hasName(fromConditions, word) ? [`from ${word}`] : []),
    ...(hasName(forConditions, word) ? [`for ${word}`] : []),
  ];
  if (forms.length === 0) return placeAdvice(word);
  return {
    help: `Did you mean ${eitherOf(forms)}${scope === undefined ? "" : `, without "${scope.value}" before it`}?`,
  };
}

/** `for example.org`, `from 192.0.2.1`: the word that says what the value is has been forgotten. */
function valueAdvice(scope: Token, value: Token): Advice | undefined {
  const form = scope.value === "for" ? "for domain" : "from src";
  const text = value.kind === "Number" ? `"${value.value}"` : textOf(value);
  return {
    help: `Did you mean: ${form} ${text}?`,
    fixes: rewrite(`Write "${form}"`, [[scope, form]], false),
  };
}

/** `filter NAME "program"`, as it was before 6.0, and `filter NAME connect …`. */
function adviceForFilter({ line, index }: SyntaxFailure, token: Token): Advice | undefined {
  if (token.kind === "Keyword" && filterPhases.some(({ name }) => name === token.value)) {
    const form = `phase ${token.value}`;
    return { help: `Did you mean "${form}"?`, fixes: rewrite(`Write "${form}"`, [[token, form]], false) };
  }
  if (token.kind !== "String" || index !== 2 || line.tokens.length > 3) return undefined;
  return {
    help: 'To run a program, write "proc-exec" before it.',
    fixes: rewrite('Write "proc-exec"', [[token, `proc-exec ${textOf(token)}`]], false),
  };
}

function hasName(infos: readonly OptionInfo[], word: string): boolean {
  return infos.some(({ name }) => name === word);
}
