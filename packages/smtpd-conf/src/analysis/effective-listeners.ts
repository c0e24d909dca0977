import { filterPhases } from "../language/filter-phases.ts";
import { interfaceOptions, socketOptions } from "../language/listen-options.ts";
import type { OptionInfo } from "../language/option-info.ts";
import { isAtLeast } from "../language/releases.ts";
import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { type MemberFilter, membersByPhase, resolveFilters } from "../model/resolve-filters.ts";
import type { ListenDirective } from "../parser/ast/nodes.ts";
import type { Analysis } from "./analysis.ts";
import {
  defaultsOf,
  type EffectiveOption,
  givenOptions,
  implicitOption,
  inOrder,
  serverNameDefault,
  type UnwrittenDefault,
  unwrittenDefaults,
} from "./effective-options.ts";

/** A listener with everything that smtpd assumes of it. */
export interface EffectiveListener {
  readonly kind: "listener";
  /** Undefined for the socket that smtpd opens by itself. */
  readonly line: ListenDirective | undefined;
  readonly listener: Listener | undefined;
  readonly options: readonly EffectiveOption[];
  readonly unwritten: readonly UnwrittenDefault[];
  /** Who is asked when: chains are expanded. Programs choose their phases themselves and come first. */
  readonly filters: readonly AskedFilters[];
}

/** The filters of one phase in the order in which they are asked. */
export interface AskedFilters {
  /** Undefined for programs. */
  readonly phase: string | undefined;
  readonly members: readonly MemberFilter[];
}

/** The listeners in order; the socket comes last where no statement is about it. */
export function effectiveListeners(
  model: Model,
  { listeners }: Analysis,
  serverName: string | undefined,
): readonly EffectiveListener[] {
  const stated = listeners().map((listener) => listenerOf(listener, model, serverName));
  if (listeners().some(({ exposure }) => exposure === "socket")) return stated;
  const unwritten = unwrittenDefaults(defaultsOf(socketOptions, [], model), []);
  return [...stated, { kind: "listener", line: undefined, listener: undefined, options: [], unwritten, filters: [] }];
}

function listenerOf(listener: Listener, model: Model, serverName: string | undefined): EffectiveListener {
  const { directive } = listener;
  const list: readonly OptionInfo[] = directive.socket ? socketOptions : interfaceOptions;
  const given = givenOptions(directive.options, list);
  const missing = defaultsOf(list, given, model).filter((info) => mattersTo(info, listener, given));
  const added = missing.flatMap((info) => writtenDefault(info, listener, serverName));
  return {
    kind: "listener",
    line: directive,
    listener,
    options: inOrder([...given, ...added], list),
    unwritten: unwrittenDefaults(missing, added),
    filters: askedFilters(listener, model),
  };
}

/** Options whose default says nothing beside what is given. */
function mattersTo({ name }: OptionInfo, { auth }: Listener, given: readonly EffectiveOption[]): boolean {
  if (name === "ca") return given.some(({ suffix }) => suffix === "verify");
  if (name === "senders") return auth !== "none";
  return name !== "hostnames" && name !== "ciphers" && name !== "protocols";
}

function writtenDefault(
  { name, default: text }: OptionInfo,
  { port }: Listener,
  serverName: string | undefined,
): readonly EffectiveOption[] {
  if (name === "port" && port !== undefined) return [implicitOption(name, String(port), "Number")];
  return text === serverNameDefault && serverName !== undefined ? [implicitOption(name, serverName)] : [];
}

/** The filters of a listener by the phase in which they are asked, in the order of a session. */
export function askedFilters(listener: Listener, model: Model): readonly AskedFilters[] {
  const all = resolveFilters(listener, model);
  const programs = all.filter(({ kind }) => kind !== "PhaseFilterDirective");
  const byPhase = membersByPhase(all);
  return [
    ...(programs.length > 0 ? [{ phase: undefined, members: programs }] : []),
    ...filterPhases.flatMap(({ name }) => {
      const members = byPhase.get(name);
      return members === undefined ? [] : [{ phase: name, members }];
    }),
  ];
}

/**
 * Whether the socket that smtpd opens by itself is the one that `listen on socket` makes. Up to 7.4 only the statement
 * offers DSN.
 */
export function isSocketStatement({ target }: Pick<Model, "target">): boolean {
  return isAtLeast(target, "7.5");
}
