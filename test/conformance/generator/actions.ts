import { shuffle } from "../random.ts";
import { between, type Context, has, may, oneOf, slip, sometimes } from "./context.ts";
import { braces } from "./lists.ts";
import { places, tableArgument } from "./tables.ts";
import * as values from "./values.ts";
import { delayToken, freshName, knownName, quotedToken, stringToken } from "./words.ts";

type Pieces = readonly string[];
type MakeOption = (context: Context) => Pieces;

const actionNames: readonly string[] = ["local_mail", "outbound", "relay_it", "a", "in", "deliver_it", "out-bound"];

/** `action …`: any kind of delivery or relay with some of its options. */
export function actionStatement(context: Context): Pieces {
  const name = slip(context)
    ? oneOf(context, [...context.actions, "a"])
    : freshName(context, actionNames, context.actions);
  const written = stringToken(context, name);
  const body = sometimes(context, 0.55) ? localBody(context) : relayBody(context);
  context.actions.add(name);
  return ["action", written, ...body, ...timeToLive(context)];
}

function timeToLive(context: Context): Pieces {
  if (slip(context)) return ["ttl", delayToken(context), ...wrongTail(context)];
  return sometimes(context, 0.15) ? ["ttl", delayToken(context)] : [];
}

function wrongTail(context: Context): Pieces {
  return oneOf<Pieces>(context, [
    ["ttl", "1d"],
    ["user", "bob"],
    ["tls"],
    ["host", "x"],
    ["junk"],
    ["alias", "<users>"],
    ["srs"],
  ]);
}

type LocalKind = "mbox" | "maildir" | "lmtp" | "mda" | "forward-only" | "expand-only";

const localKinds: Readonly<Record<LocalKind, MakeOption>> = {
  mbox: () => ["mbox"],
  maildir: (context) => ["maildir", ...maildirTail(context)],
  lmtp: (context) => ["lmtp", lmtpDestination(context), ...(sometimes(context, 0.3) ? ["rcpt-to"] : [])],
  mda: (context) => ["mda", stringToken(context, oneOf(context, values.commands))],
  "forward-only": () => ["forward-only"],
  "expand-only": () => ["expand-only"],
};

function maildirTail(context: Context): Pieces {
  const path = sometimes(context, 0.6) ? [quotedToken(context, oneOf(context, values.maildirs))] : [];
  return sometimes(context, 0.25) ? [...path, "junk"] : path;
}

function lmtpDestination(context: Context): string {
  return stringToken(
    context,
    oneOf(context, ["/var/run/dovecot/lmtp", "127.0.0.1:24", "localhost:2003", "[::1]:24", "x"]),
  );
}

function localBody(context: Context): Pieces {
  const kind = oneOf(context, Object.keys(localKinds) as LocalKind[]);
  const chosen = localOptions(context, kind).filter(() => sometimes(context, 0.3));
  const options = inAnyOrder(context, [...chosen, ...wrongLocalOptions(context, kind)]);
  return [...localKinds[kind](context), ...options.flatMap((make) => make(context))];
}

function inAnyOrder(context: Context, options: readonly MakeOption[]): readonly MakeOption[] {
  const twice = options.length > 0 && slip(context) ? [oneOf(context, options)] : [];
  return shuffle(context.random, [...options, ...twice]);
}

// `alias` and `virtual` exclude each other; `user` goes with maildir and mda always, with lmtp not in 7.3 and 7.4.
function localOptions(context: Context, kind: LocalKind): readonly MakeOption[] {
  const mapping = sometimes(context, 0.5) ? aliasOption : virtualOption;
  return [mapping, ...(userAllowed(context, kind) ? [userOption] : []), userbaseOption, wrapperOption];
}

function wrongLocalOptions(context: Context, kind: LocalKind): readonly MakeOption[] {
  if (!slip(context)) return [];
  return userAllowed(context, kind) || sometimes(context, 0.5) ? [aliasOption, virtualOption] : [userOption];
}

function userAllowed(context: Context, kind: LocalKind): boolean {
  if (kind === "lmtp") return !has(context, "7.3") || has(context, "7.5");
  return kind === "maildir" || kind === "mda";
}

const aliasOption: MakeOption = (context) => ["alias", tableArgument(context, places.alias)];
const virtualOption: MakeOption = (context) => ["virtual", tableArgument(context, places.virtual)];
const userOption: MakeOption = (context) => ["user", stringToken(context, oneOf(context, values.users))];
const userbaseOption: MakeOption = (context) => ["userbase", tableArgument(context, places.userbase)];
const wrapperOption: MakeOption = (context) => {
  if (context.wrappers.size === 0) return slip(context) ? ["wrapper", "nosuch"] : [];
  return ["wrapper", knownName(context, context.wrappers)];
};

function stringOption(keyword: string, texts: readonly string[]): MakeOption {
  return (context) => [keyword, stringToken(context, oneOf(context, texts))];
}

const relayOptions: readonly MakeOption[] = [
  stringOption("helo", values.hostNames),
  stringOption("mail-from", values.mailAddresses),
  stringOption("pki", [...values.hostNames, "nosuch"]),
  stringOption("ca", [...values.hostNames, "nosuch"]),
  (context) => ["helo-src", tableArgument(context, places.helloSource)],
  (context) => ["src", tableArgument(context, places.source)],
  (context) => (sometimes(context, 0.4) ? ["tls", "no-verify"] : ["tls"]),
  (context) => (may(context, "7.3") ? stringOption("ciphers", ["HIGH:!aNULL", "default", "x"])(context) : []),
  (context) => (may(context, "7.3") ? stringOption("protocols", ["TLSv1.3", "secure", "all"])(context) : []),
  (context) => (context.srsKey || slip(context) ? ["srs"] : []),
  (context) => relayFilter(context),
];

function relayFilter(context: Context): Pieces {
  if (!may(context, "6.7")) return [];
  return filterOption(context);
}

/** `filter NAME` or `filter { … }` with declared filters; nothing where none is declared. */
export function filterOption(context: Context): Pieces {
  const elements = [...context.filters];
  if (slip(context)) return ["filter", oneOf(context, ["nosuch", "{ nosuch }", "{ }", "<f>", "data", "{ a = b }"])];
  if (elements.length + context.chains.size === 0) return [];
  if (elements.length > 0 && sometimes(context, 0.4)) return ["filter", filterList(context)];
  return ["filter", knownName(context, new Set([...elements, ...context.chains]))];
}

/** Names of declared filters in braces: none twice, no chain, but for mistakes. There must be a declared filter. */
export function filterList(context: Context): string {
  const names = [...context.filters].filter(() => sometimes(context, 0.5));
  const chosen = names.length > 0 ? names : [oneOf(context, [...context.filters])];
  const wrong = slip(context) ? [oneOf(context, [...context.filters, ...context.chains, "nosuch"])] : [];
  return braces(
    context,
    [...chosen, ...wrong].map((name) => stringToken(context, name)),
  );
}

function relayBody(context: Context): Pieces {
  const options = inAnyOrder(context, [
    ...relayOptions.filter(() => sometimes(context, 0.14)),
    ...(sometimes(context, 0.7) ? [relayTarget] : []),
  ]);
  return ["relay", ...options.flatMap((make) => make(context))];
}

// `backup`, `host` and `domain` exclude each other, and `auth` must come behind `host` or `domain`.
function relayTarget(context: Context): Pieces {
  if (slip(context)) return wrongTarget(context);
  const kind = between(context, 0, 9);
  if (kind < 2)
    return sometimes(context, 0.5)
      ? ["backup"]
      : ["backup", "mx", stringToken(context, oneOf(context, values.hostNames))];
  const domain = kind < 4 && has(context, "6.7");
  const target = domain
    ? ["domain", tableArgument(context, places.relayDomain)]
    : ["host", tableArgument(context, places.relayHost)];
  return sometimes(context, 0.3) ? [...target, "auth", tableArgument(context, places.relayAuth)] : target;
}

function wrongTarget(context: Context): Pieces {
  const host = ["host", tableArgument(context, places.relayHost)];
  const domain = ["domain", tableArgument(context, places.relayDomain)];
  const auth = ["auth", tableArgument(context, places.relayAuth)];
  return oneOf<Pieces>(context, [
    auth,
    [...auth, ...host],
    ["backup", ...auth],
    ["backup", ...host],
    ["backup", ...domain],
    [...host, "backup"],
    [...domain, "backup", "mx", "x"],
    [...host, ...domain],
    [...domain, ...host],
    [...host, ...host],
    domain,
    ["backup", "mx"],
    ["mx", "x"],
    ["tls", "verify"],
    ["no-verify", "tls"],
    ["tls", "tls", "no-verify"],
    ["backup", "backup", "mx", "x"],
    ["junk"],
    ["user", "x"],
  ]);
}
