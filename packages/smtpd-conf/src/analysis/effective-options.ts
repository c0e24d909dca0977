import { closingOptions, deliveryOptions, relayOptions } from "../language/action-options.ts";
import type { OptionInfo } from "../language/option-info.ts";
import { isAvailable } from "../language/releases.ts";
import { settings } from "../language/settings.ts";
import { lastSetting } from "../model/last-setting.ts";
import type { Model } from "../model/model.ts";
import type { ActionDirective, Argument, Option } from "../parser/ast/nodes.ts";
import type { Token } from "../parser/lexer/token.ts";

/** A value by its kind: a number is written as it is, a string as its quotes demand, a reserved word as such. */
export type WrittenValue = Pick<Token, "value"> & { readonly kind: "String" | "Number" | "Keyword" };

/** An option of a statement, as it was given or as smtpd adds it. */
export interface EffectiveOption {
  readonly name: Option["name"];
  readonly argument: Exclude<Argument, Token> | WrittenValue | undefined;
  readonly suffix: string | undefined;
  readonly suffixArgument: WrittenValue | undefined;
  /** Not in the file. */
  readonly implicit: boolean;
}

/** What counts for an option that is not given and cannot be written, in the words of the catalogue. */
export interface UnwrittenDefault {
  /** The option, or the family of options of which none is given: `tag`, `TLS mode`. */
  readonly subject: string;
  readonly text: string;
}

/** What the catalogue calls the default that is the name of the server. */
export const serverNameDefault = "the server name";

/** The options of a statement in the order of the catalogue; of one that is given several times all. */
export function givenOptions(options: readonly Option[], order: readonly OptionInfo[]): readonly EffectiveOption[] {
  const given = options.map(({ name, argument, suffix, suffixArgument }): EffectiveOption => {
    return { name, argument, suffix: suffix?.value, suffixArgument, implicit: false };
  });
  return inOrder(given, order);
}

/** An option that is in force without being written. */
export function implicitOption(name: Option["name"], value: string, kind: WrittenValue["kind"] = "String") {
  const argument: WrittenValue = { kind, value };
  return { name, argument, suffix: undefined, suffixArgument: undefined, implicit: true };
}

/** The options that a list could have but has not, each family once, with what the catalogue says counts then. */
export function defaultsOf(
  list: readonly OptionInfo[],
  given: readonly EffectiveOption[],
  { target }: Pick<Model, "target">,
): readonly OptionInfo[] {
  const familyOf = (option: Option["name"]) => list.find(({ name }) => name === option)?.family ?? option;
  const taken = new Set(given.map(({ name }) => familyOf(name)));
  return list.filter((info) => {
    if (info.default === undefined || !isAvailable(info, target) || taken.has(familyOf(info.name))) return false;
    taken.add(familyOf(info.name));
    return true;
  });
}

/** The options of an action with those that smtpd adds, and in words what else it assumes. */
export function effectiveActionOptions(
  { method, options }: ActionDirective,
  model: Model,
  serverName: string | undefined,
): {
  readonly method: EffectiveOption;
  readonly options: readonly EffectiveOption[];
  readonly unwritten: readonly UnwrittenDefault[];
} {
  const list: readonly OptionInfo[] = [
    ...(method.name === "relay" ? relayOptions : deliveryOptions),
    ...closingOptions,
  ];
  // Of two wrappers the last one counts.
  const last = options.filter((option) => options.findLast(({ name }) => name === option.name) === option);
  const given = givenOptions(last, list);
  const missing = defaultsOf(list, given, model).filter((info) => mattersTo(info, method, given));
  const added = missing.flatMap((info) => writtenDefault(info, model, serverName));
  const shown = [...given, ...added];
  return {
    method: effectiveMethod(method, given),
    options: inOrder(shown, list),
    unwritten: unwrittenDefaults(missing, added),
  };
}

/** Those of the missing options that were not added, in words. */
export function unwrittenDefaults(
  missing: readonly OptionInfo[],
  added: readonly EffectiveOption[],
): readonly UnwrittenDefault[] {
  const left = missing.filter(({ name }) => !added.some((option) => option.name === name));
  return left.flatMap(({ family, name, default: text }) => {
    return text === undefined ? [] : [{ subject: family ?? name, text }];
  });
}

/** Sorts options as the catalogue has them, those of one name as they came. */
export function inOrder(options: readonly EffectiveOption[], list: readonly OptionInfo[]): readonly EffectiveOption[] {
  const place = (option: EffectiveOption) => list.findIndex(({ name }) => name === option.name);
  return options.toSorted((one, other) => place(one) - place(other));
}

/** `maildir` alone means `~/Maildir`, unless another user delivers: then it is that user's. */
function effectiveMethod(method: Option, given: readonly EffectiveOption[]): EffectiveOption {
  const [option] = givenOptions([method], []) as readonly [EffectiveOption];
  const { default: path } = method.info;
  if (option.argument !== undefined || path === undefined || given.some(({ name }) => name === "user")) return option;
  return { ...option, argument: { kind: "String", value: path } };
}

/** Options whose default says nothing beside what is given. */
function mattersTo({ name }: OptionInfo, method: Option, given: readonly EffectiveOption[]): boolean {
  const has = (...names: readonly string[]) => given.some((option) => names.includes(option.name));
  if (name === "auth" || name === "pki") return has("host", "domain");
  if (name === "tls") return !has("host", "domain");
  if (name === "ca") return has("tls");
  if (name === "ciphers" || name === "protocols") return false;
  if (name === "host" || name === "domain") return !has("backup");
  if (name === "alias") return !has("virtual");
  // "No aliases" says it for both.
  if (name === "virtual") return false;
  if (name === "user") return method.name !== "mbox" && method.name !== "forward-only" && method.name !== "expand-only";
  return true;
}

function writtenDefault(
  { name, default: text }: OptionInfo,
  model: Model,
  serverName: string | undefined,
): readonly EffectiveOption[] {
  if (name === "ttl") return [implicitOption(name, queueTtl(model))];
  return text === serverNameDefault && serverName !== undefined ? [implicitOption(name, serverName)] : [];
}

/** What the queue's `ttl` is in the end. */
function queueTtl(model: Model): string {
  const given = lastSetting(model, "queue ttl");
  const info = settings.find(({ words: [first, second] }) => first === "queue" && second === "ttl");
  return given?.value?.value ?? (info !== undefined && "default" in info ? info.default : "");
}
