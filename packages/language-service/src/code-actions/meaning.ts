import {
  type ActionDirective,
  type Argument,
  type EffectiveListener,
  type EffectiveOption,
  effectiveActionOptions,
  effectiveListeners,
  type InlineTable,
  type Line,
  type LintResult,
  type MatchRule,
  type Model,
  type Option,
  shortestForm,
  type WrittenCondition,
} from "smtpd-conf";

/**
 * What smtpd makes of a configuration, as a text that is the same for configurations that mean the same, whatever names
 * their macros and tables have: rules and listeners in order, defaults filled in, the rest sorted. Of statements that smtpd
 * refuses it has their words.
 */
export function meaningOf({ model, analysis }: LintResult): string {
  const rules = new Map<Line, MatchRule>(analysis.ruleset().rules.map((rule) => [rule.directive, rule]));
  const listeners = effectiveListeners(model, analysis, undefined);
  const telling: Telling = {
    model,
    rules,
    listeners: new Map(listeners.flatMap((listener) => (listener.line ? [[listener.line, listener] as const] : []))),
    anonymous: anonymousTables(model),
  };
  const ordered: unknown[] = [];
  const sorted: string[] = [];
  for (const line of model.configuration.lines) {
    const told = lineMeaning(line, telling);
    if (told === undefined) continue;
    if (line.kind === "MatchDirective" || line.kind === "ListenDirective") ordered.push(told);
    else sorted.push(JSON.stringify(told));
  }
  return JSON.stringify([ordered, sorted.sort()]);
}

interface Telling {
  readonly model: Model;
  readonly rules: ReadonlyMap<Line, MatchRule>;
  readonly listeners: ReadonlyMap<Line, EffectiveListener>;
  /** The tables without a name, by the names that smtpd gives them. */
  readonly anonymous: ReadonlyMap<string, Argument>;
}

function anonymousTables({ tableUses }: Model): ReadonlyMap<string, Argument> {
  const own = tableUses.map(({ argument }) => argument).filter(({ kind }) => kind !== "TableReference");
  return new Map(own.map((argument, index) => [`<dynamic:${index}>`, argument]));
}

function lineMeaning(line: Line, telling: Telling): unknown {
  switch (line.kind) {
    case "MacroDefinition":
    case "IncludeDirective":
      return undefined;
    case "TableDirective":
      return line.entries === undefined ? wordsOf(line) : undefined;
    case "MatchDirective":
      return ruleMeaning(line, telling);
    case "ListenDirective":
      return ["listen", line.interface?.value, optionsMeaning(telling.listeners.get(line)?.options ?? [], telling)];
    case "ActionDirective":
      return actionMeaning(line, telling);
    case "PhaseFilterDirective": {
      const { name, phase, condition, decision } = line;
      return [name.value, phase.value, optionMeaning(condition, telling), optionMeaning(decision, telling)];
    }
    default:
      return wordsOf(line);
  }
}

/** What was read, whatever quotes it has; newlines within braces only divide. */
function wordsOf({ tokens }: Line): readonly string[] {
  return tokens.flatMap(({ kind, value }) => (kind === "Newline" || value === "," ? [] : [`${kind} ${value}`]));
}

function ruleMeaning(line: Extract<Line, { kind: "MatchDirective" }>, telling: Telling): unknown {
  const rule = telling.rules.get(line);
  const conditions = rule === undefined ? [] : shortestForm(rule, telling.model);
  return ["match", conditions.map((one) => conditionMeaning(one, telling)), line.action?.value];
}

function conditionMeaning({ negated, scope, name, regex, argument }: WrittenCondition, telling: Telling): unknown {
  return [negated, scope, name, regex, argument && tableMeaning(argument, telling)];
}

function actionMeaning(line: ActionDirective, telling: Telling): unknown {
  const { method, options } = effectiveActionOptions(line, telling.model, undefined);
  return ["action", line.name.value, optionsMeaning([method, ...options], telling)];
}

function optionsMeaning(options: readonly EffectiveOption[], telling: Telling): unknown {
  return options.map(({ name, argument, suffix, suffixArgument }) => {
    return [name, argumentMeaning(argument, telling), suffix, suffixArgument?.value];
  });
}

function optionMeaning(
  { not, scope, name, regex, argument, suffix, suffixArgument }: Option,
  telling: Telling,
): unknown {
  const words = [not?.value, scope?.value, name, regex?.value, suffix?.value, suffixArgument?.value];
  return [words, argumentMeaning(argument, telling)];
}

function argumentMeaning(argument: EffectiveOption["argument"], telling: Telling): unknown {
  if (argument === undefined) return undefined;
  if (argument.kind === "InlineTable" || argument.kind === "TableReference") return tableMeaning(argument, telling);
  if (argument.kind === "FilterList") return argument.names.map(({ value }) => value);
  return [argument.value];
}

/** A list by its entries, in any order, wherever it stands; a single string is a list of one. */
function tableMeaning(argument: Exclude<Argument, { kind: "FilterList" }>, telling: Telling): unknown {
  if (argument.kind === "InlineTable") return entriesMeaning(argument);
  if (argument.kind !== "TableReference") return [argument.value];
  const name = argument.name.value;
  const own = telling.anonymous.get(name);
  if (own !== undefined && own.kind !== "TableReference") return tableMeaning(own as InlineTable, telling);
  const [definition, ...more] = telling.model.symbols().get("table")?.get(name)?.definitions ?? [];
  const entries = definition?.line.kind === "TableDirective" ? definition.line.entries : undefined;
  return entries === undefined || more.length > 0 ? { table: name } : entriesMeaning(entries);
}

function entriesMeaning({ entries }: InlineTable): readonly string[] {
  return entries.map(({ key, value }) => (value === undefined ? key.value : `${key.value}=${value.value}`)).sort();
}
