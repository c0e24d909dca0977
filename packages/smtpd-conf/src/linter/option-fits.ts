import type { ConditionInfo } from "../language/match-conditions.ts";
import type { OptionInfo } from "../language/option-info.ts";
import { isAtLeast, type Release } from "../language/releases.ts";
import type { LineKind, Option } from "../parser/ast/nodes.ts";
import { forbidsUser } from "./checks/conflicting-options.ts";

/** A statement to which an option is to be added: what stands before the new one, and what behind it. */
export interface OptionNeighbours {
  readonly kind: LineKind;
  /** What an action does: `maildir`, `relay`… */
  readonly method: string | undefined;
  readonly before: readonly Option[];
  readonly after: readonly Option[];
}

/** Options of an action that exclude each other without being of one family. */
const exclusive: readonly (readonly [string, string])[] = [
  ["alias", "virtual"],
  ["backup", "host"],
  ["backup", "domain"],
];

/** Whether smtpd takes an option, a condition or a parameter where it stands, beside those that a statement has already. */
export function optionFits(info: OptionInfo | ConditionInfo, neighbours: OptionNeighbours, target: Release): boolean {
  return isCompatible(info, neighbours, target) && isHostInOrder(info, neighbours);
}

/** The same, wherever in the statement it stands. */
export function isCompatible(info: OptionInfo | ConditionInfo, neighbours: OptionNeighbours, target: Release): boolean {
  const { kind, method, before, after } = neighbours;
  if (kind === "PkiDirective" || kind === "LimitDirective") return true;
  const severalPki = info.name === "pki" && kind === "ListenDirective" && isAtLeast(target, "7.3");
  if (!severalPki && isFamilyTaken(info, before, after)) return false;
  if (kind !== "ActionDirective") return true;
  if (info.name === "user" && method !== undefined && forbidsUser(method, target)) return false;
  const given = new Set<string>([...before, ...after].map(({ name }) => name));
  return !exclusive.some(([a, b]) => (info.name === a && given.has(b)) || (info.name === b && given.has(a)));
}

/** `from auth` also counts as `auth` for what follows it, but not for what stands before. */
function isFamilyTaken(
  { family, name, ...info }: OptionInfo | ConditionInfo,
  before: readonly Option[],
  after: readonly Option[],
): boolean {
  if (family === undefined) return false;
  const scoped = "scope" in info && info.scope !== undefined;
  return (
    before.some((option) => option.info.family === family || (option.scope !== undefined && option.name === family)) ||
    after.some((option) => option.info.family === family || (scoped && option.info.family === name))
  );
}

/** `auth` of a relay needs a host or domain before it. */
function isHostInOrder({ name }: OptionInfo, { kind, before }: OptionNeighbours): boolean {
  if (kind !== "ActionDirective") return true;
  if (name === "auth") return before.some((option) => option.name === "host" || option.name === "domain");
  return (name !== "host" && name !== "domain") || !before.some((option) => option.name === "auth");
}
