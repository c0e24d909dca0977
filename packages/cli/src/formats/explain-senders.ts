import { networksOf, type SenderClass, type SenderKind } from "smtpd-conf";
import { listed } from "./words.ts";

/** Who sends, as the reader knows them; `all` are the kinds of senders that there are. */
export function describeSenders(some: readonly SenderClass[], all: readonly SenderClass[]): string {
  return listed(partsOfSenders(some, all));
}

/** The same one by one. */
export function partsOfSenders(some: readonly SenderClass[], all: readonly SenderClass[]): readonly string[] {
  const [kinds, existing] = [kindsOf(some), kindsOf(all)];
  const loggedIn = all.filter(({ kind }) => userKinds.includes(kind));
  const everyUser = kinds.has("user") && loggedIn.every((sender) => some.includes(sender));
  const whole = ownKinds.every((kind) => kinds.has(kind) || !existing.has(kind));
  const otherUsers = kinds.has("user") && kinds.has("own-user");
  const own = ownKinds.filter((kind) => kinds.has(kind) && !(otherUsers && kind === "own-user"));
  const users = everyUser
    ? "users who have logged in"
    : otherUsers && !whole
      ? "other users who have logged in"
      : "users who have logged in from elsewhere";
  return [
    ...(kinds.has("stranger") ? ["strangers"] : []),
    ...describeNetworks(some, all, everyUser),
    ...(kinds.has("user") ? [users] : []),
    ...(whole ? ["this machine"] : own.length === 0 ? [] : [partsOfMachine[own.join(" ")] ?? ""]),
  ];
}

function kindsOf(senders: readonly SenderClass[]): ReadonlySet<SenderKind> {
  return new Set(senders.map(({ kind }) => kind));
}

const userKinds: readonly SenderKind[] = ["user", "network-user", "own-user"];
const ownKinds = ["own-user", "own-address", "socket"] as const;

/** The networks that are named, with those who have logged in there where that matters. */
function describeNetworks(
  some: readonly SenderClass[],
  all: readonly SenderClass[],
  everyUser: boolean,
): readonly string[] {
  const networks = new Set(some.map(({ network }) => network?.table));
  return [...networks].flatMap((table) => {
    const [here, there] = [some, all].map((senders) => {
      return senders.filter(({ network }) => table !== undefined && network?.table === table);
    });
    const [first] = here ?? [];
    if (first?.network === undefined) return [];
    const place = networksOf(first.network);
    if (here?.length === there?.length) return [`clients in ${place}`];
    if (first.kind === "network") return [`clients in ${place} without a login`];
    return everyUser ? [] : [`users who have logged in from ${place}`];
  });
}

/** What a part of this machine is called. */
const partsOfMachine: Readonly<Record<string, string>> = {
  "own-user": "users who have logged in from this machine",
  "own-address": "connections from this machine without a login",
  socket: "the local socket",
  "own-user own-address": "connections from this machine",
  "own-user socket": "this machine with a login or through the local socket",
  "own-address socket": "this machine without a login",
};
