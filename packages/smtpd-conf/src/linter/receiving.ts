import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { MatchDirective, Option, TableArgument } from "../parser/ast/nodes.ts";

/** The port where mail from other servers arrives. */
export const exchangePort = 25;

/** The ports where users hand in their mail: submission (RFC 6409) and submissions (RFC 8314). */
export const submissionPorts: readonly number[] = [587, 465];

/**
 * Finds out for which listeners the configuration is a mail exchanger: other servers reach them on port 25, and some rule
 * takes mail from anybody for domains of its own.
 */
export function exchangers(model: Model): (listener: Listener) => boolean {
  const couldHaveTag = tagsOf(model.rules.filter((rule) => takesFromStrangers(rule, model)));
  return (listener) => listener.exposure === "public" && listener.port === exchangePort && couldHaveTag(listener.tag);
}

/** Whether a rule accepts mail of clients that smtpd knows nothing about, for less than the whole world. */
export function takesFromStrangers(rule: MatchDirective, model: Model): boolean {
  if (rule.reject !== undefined || !rule.conditions.some(isOpenSource)) return false;
  if (rule.conditions.some(({ name, not }) => name === "auth" && not === undefined)) return false;
  return !(isForAnybody(rule) && relays(rule, model));
}

function isOpenSource({ scope, name, not }: Option): boolean {
  return scope?.value === "from" && (name === "any" ? not === undefined : name === "local" && not !== undefined);
}

function isForAnybody({ conditions }: MatchDirective): boolean {
  return conditions.some(({ scope, name }) => scope?.value === "for" && name === "any");
}

function relays({ action }: MatchDirective, model: Model): boolean {
  const line = model
    .symbols()
    .get("action")
    ?.get(action?.value ?? "")?.definitions[0]?.line;
  return line?.kind === "ActionDirective" && line.method.name === "relay";
}

/**
 * Finds out whether one of these rules can match what comes in with a tag; the empty one stands for none. Says yes where
 * it cannot be known.
 */
export function tagsOf(rules: readonly MatchDirective[]): (tag: string) => boolean {
  const known = new Map<string, boolean>();
  const listed = new Set<string>();
  const others: Option[] = [];
  for (const { conditions } of rules) {
    const condition = conditions.find(({ name }) => name === "tag");
    const values = condition && valuesOfCondition(condition);
    if (condition === undefined || values === undefined) return () => true;
    if (condition.not !== undefined) others.push(condition);
    else for (const value of values) listed.add(value);
  }
  return (tag) => {
    const name = tag.toLowerCase();
    const answer =
      known.get(name) ??
      (listed.has(name) || others.some((condition) => !valuesOfCondition(condition)?.includes(name)));
    known.set(name, answer);
    return answer;
  };
}

function valuesOfCondition({ regex, argument }: Option): readonly string[] | undefined {
  return regex === undefined ? valuesOf(argument as TableArgument) : undefined;
}

/** The values that a table argument holds itself, in lower case; undefined where it names a table. */
function valuesOf(argument: TableArgument): readonly string[] | undefined {
  if (argument.kind === "TableReference") return undefined;
  const words = argument.kind === "String" ? [argument] : argument.entries.map(({ key }) => key);
  return words.map(({ value }) => value.toLowerCase());
}
