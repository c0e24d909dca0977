import { shuffle } from "../random.ts";
import { filterOption } from "./actions.ts";
import { between, type Context, has, may, oneOf, slip, sometimes } from "./context.ts";
import { places, tableArgument } from "./tables.ts";
import * as values from "./values.ts";
import { knownName, numberToken, stringToken } from "./words.ts";

type Pieces = readonly string[];
type MakeOption = (context: Context) => Pieces;

/** The interfaces and addresses that every machine has. */
export const loopbackNames: readonly string[] = ["lo", "127.0.0.1", "::1"];

/** `listen on …` for the socket (once) or a loopback address. */
export function listenStatement(context: Context): Pieces {
  const socket = context.socket ? slip(context) : sometimes(context, 0.15);
  return socket ? socketListener(context) : ["listen", "on", interfaceName(context), ...interfaceOptions(context)];
}

function interfaceName(context: Context): string {
  const name = oneOf(context, loopbackNames);
  if (slip(context))
    return oneOf(context, [
      "5",
      "*",
      "socket",
      `${name} ${name}`,
      "{ lo }",
      "<lo>",
      "[::1]",
      "",
      `"${name}`,
      `$${name}`,
    ]);
  return sometimes(context, 0.25) ? oneOf(context, [`"${name}"`, `'${name}'`]) : name;
}

function socketListener(context: Context): Pieces {
  context.socket = true;
  const groups = [
    ["mask-src"],
    ...(may(context, "6.7") ? [["tag", tagToken(context)]] : []),
    ...(may(context, "7.5") ? [["no-dsn"]] : []),
    has(context, "6.6") ? filterOption(context) : [],
  ].filter(() => sometimes(context, 0.35));
  return [
    "listen",
    "on",
    "socket",
    ...inAnyOrder(context, slip(context) ? [...groups, wrongForSocket(context)] : groups),
  ];
}

function wrongForSocket(context: Context): Pieces {
  const words = [
    "tls",
    "port 25",
    "hostname x",
    "auth",
    "inet4",
    "received-auth",
    "mask-src mask-src",
    "tag a tag b",
    "no-dsn no-dsn",
    "smtps",
  ];
  return oneOf(context, words).split(" ");
}

function inAnyOrder(context: Context, groups: readonly Pieces[]): Pieces {
  return shuffle(context.random, groups).flat();
}

function tagToken(context: Context): string {
  if (slip(context)) return stringToken(context, "t".repeat(between(context, 31, 34)));
  return stringToken(context, sometimes(context, 0.05) ? "t".repeat(32) : oneOf(context, values.tags));
}

const plainOptions: readonly MakeOption[] = [
  (context) => [oneOf(context, ["inet4", "inet6"])],
  (context) => ["port", port(context)],
  (context) => ["tag", tagToken(context)],
  (context) => ["hostname", stringToken(context, oneOf(context, values.hostNames))],
  (context) => ["hostnames", tableArgument(context, places.hostnames)],
  (context) => senders(context),
  () => ["received-auth"],
  () => ["mask-src"],
  () => ["no-dsn"],
  (context) => (may(context, "6.6") ? ["proxy-v2"] : []),
  (context) => (has(context, "6.6") ? filterOption(context) : []),
  (context) => (may(context, "7.3") ? ["ciphers", stringToken(context, oneOf(context, ["HIGH", "x y"]))] : []),
  (context) => (may(context, "7.3") ? ["protocols", stringToken(context, oneOf(context, ["TLSv1.3", "x"]))] : []),
  (context) => (context.authorities.size > 0 ? ["ca", knownName(context, context.authorities)] : []),
];

function senders(context: Context): Pieces {
  const table = tableArgument(context, places.senders);
  return sometimes(context, 0.4) ? ["senders", table, "masquerade"] : ["senders", table];
}

function port(context: Context): string {
  if (slip(context))
    return oneOf(context, [
      "0",
      "65536",
      "-1",
      '"25"',
      "25/tcp",
      "nosuch",
      '"submission "',
      "99999999999",
      "",
      "587tcp",
      "DATA",
    ]);
  const names = has(context, "6.6") ? ["smtp", "smtps", "submission", '"smtp"', "'smtps'"] : ["submission", '"smtp"'];
  if (sometimes(context, 0.3)) return oneOf(context, names);
  return numberToken(context, oneOf(context, [25, 465, 587, 2525, 1, 65535, between(context, 1, 65535)]));
}

function interfaceOptions(context: Context): Pieces {
  const groups = plainOptions.filter(() => sometimes(context, 0.14)).map((make) => make(context));
  const secured = sometimes(context, 0.45) ? secureOptions(context) : [];
  const wrong = slip(context) ? [wrongOption(context, groups)] : [];
  return inAnyOrder(context, [...groups, ...secured, ...wrong]);
}

// A TLS mode needs a pki from 7.3 on; without one only `auth` and `pki` are wrong.
function secureOptions(context: Context): readonly Pieces[] {
  const mode = oneOf<Pieces>(context, [
    ["tls"],
    ["tls-require"],
    ["tls-require", "verify"],
    ["smtps"],
    ["smtps", "verify"],
  ]);
  const keys = pkiOptions(context);
  if (keys.length === 0 && has(context, "7.3") && !slip(context)) return [];
  const groups = slip(context) ? [...keys] : [mode, ...keys];
  return sometimes(context, 0.5) ? [...groups, listenerAuth(context)] : groups;
}

function pkiOptions(context: Context): readonly Pieces[] {
  if (slip(context)) return [["pki", oneOf(context, ["nosuch", "MAIL.EXAMPLE.ORG", "*"])]];
  if (context.pki.size === 0 || (!has(context, "7.3") && sometimes(context, 0.3))) return [];
  const count = has(context, "7.3") ? pkiCount(context) : slip(context) ? 2 : 1;
  return Array.from({ length: count }, () => ["pki", knownName(context, context.pki)]);
}

function pkiCount(context: Context): number {
  if (slip(context)) return oneOf(context, [31, 32, 33, 34]);
  return sometimes(context, 0.02) ? 32 : between(context, 1, 2);
}

function listenerAuth(context: Context): Pieces {
  const word = oneOf(context, ["auth", "auth-optional"]);
  return sometimes(context, 0.5) ? [word] : [word, tableArgument(context, places.listenerAuth)];
}

function wrongOption(context: Context, groups: readonly Pieces[]): Pieces {
  const words = [
    "mask-source",
    "secure",
    "tls verify",
    "verify",
    "tls tls-require",
    "smtps tls",
    "auth",
    "pki",
    "pki nosuch",
    "ca nosuch",
    "socket",
    "junk",
    "inet4 inet6",
    "port 25 port 587",
    "masquerade",
    "smtp",
    "x",
  ];
  return groups.length > 0 && sometimes(context, 0.5) ? oneOf(context, groups) : oneOf(context, words).split(" ");
}
