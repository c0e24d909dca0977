import { between, type Context, has, may, oneOf, slip, sometimes } from "./context.ts";
import * as values from "./values.ts";
import { delayToken, freshName, gap, macroName, numberToken, quoted, quotedToken, stringToken } from "./words.ts";

type Pieces = readonly string[];

/** One of the statements that only set a value. */
export function settingStatement(context: Context): Pieces {
  return oneOf(context, [admd, bounce, limit, limit, queue, smtp, smtp, srs, mtaDeferred])(context);
}

function admd(context: Context): Pieces {
  if (!may(context, "6.8")) return bounce(context);
  const text = slip(context)
    ? oneOf(context, ["b\u00fccher", "a\tb", "a\u0001b", "a\rb", "\u007f"])
    : oneOf(context, ["example.org", "a b", "", "x"]);
  return ["admd", stringToken(context, text)];
}

// Delays with commas between them, on one logical line; smtpd keeps four and drops the rest in silence.
function bounce(context: Context): Pieces {
  const delays = Array.from({ length: oneOf(context, [1, 1, 2, 3, 4, 5, 6]) }, () => delayToken(context));
  const separator = slip(context)
    ? oneOf(context, [" ", ",\n", ",,", "\n", " , , "])
    : oneOf(context, [", ", ",", " ,"]);
  const text = delays.join(separator);
  return ["bounce", "warn-interval", slip(context) ? oneOf(context, [`{ ${text} }`, `${text},`, ""]) : text];
}

const limitKeys: Readonly<Record<string, readonly string[]>> = {
  smtp: ["max-rcpt", "max-mails"],
  mda: ["max-session", "max-session-per-user", "task-lowat", "task-hiwat", "task-release"],
  scheduler: ["max-inflight", "max-evp-batch-size", "max-msg-batch-size", "max-schedule"],
  mta: (
    "max-conn-per-host max-conn-per-route max-conn-per-source max-conn-per-connector max-conn-per-relay " +
    "max-conn-per-domain conn-delay-host conn-delay-route conn-delay-source conn-delay-connector conn-delay-relay " +
    "conn-delay-domain reconn-delay-route session-mail-max session-transaction-delay session-keepalive " +
    "max-failures-per-session task-hiwat task-lowat task-release"
  ).split(" "),
};

function limit(context: Context): Pieces {
  const subject = oneOf(context, Object.keys(limitKeys));
  const target =
    subject === "mta" && sometimes(context, 0.4)
      ? ["for", "domain", stringToken(context, oneOf(context, values.domains))]
      : [];
  const pairs = Array.from({ length: between(context, 0, 3) }, () => limitPair(context, subject));
  return [subject, "limit", ...target, ...pairs.flat()];
}

function limitPair(context: Context, subject: string): Pieces {
  if (subject === "mta" && sometimes(context, 0.2)) return [oneOf(context, ["inet4", "inet6"])];
  const owner = slip(context) ? oneOf(context, Object.keys(limitKeys)) : subject;
  const key = slip(context)
    ? oneOf(context, ["max-sesion", "max", "", "inet4", "for"])
    : oneOf(context, limitKeys[owner] ?? []);
  const pair = [stringToken(context, key), numberToken(context, limitValue(context, key))];
  return slip(context) ? [...pair, oneOf(context, [",", "5", "=", "x"])] : pair;
}

// 7.9 refuses `max-rcpt` below 100; nothing else is looked at.
function limitValue(context: Context, key: string): number {
  const low = key === "max-rcpt" && has(context, "7.9") && !slip(context) ? 100 : -3;
  return oneOf(
    context,
    [low, 100, 99, 1000, 2 ** 31, 10].filter((value) => value >= low),
  );
}

function mtaDeferred(context: Context): Pieces {
  return ["mta", "max-deferred", numberToken(context, between(context, -1, 500))];
}

function queue(context: Context): Pieces {
  const kind = between(context, 0, 9);
  if (kind < 3) return ["queue", "compression"];
  if (kind < 7) return ["queue", "ttl", delayToken(context)];
  return ["queue", "encryption", ...queueKey(context)];
}

function queueKey(context: Context): Pieces {
  if (slip(context))
    return [
      oneOf(context, [
        "stdin",
        '"-"',
        "-",
        '""',
        "k".repeat(31),
        `"${"k".repeat(33)}"`,
        "key x",
        "12345678901234567890123456789012",
      ]),
    ];
  return sometimes(context, 0.3) ? [] : [stringToken(context, "k".repeat(31) + oneOf(context, ["k", " ", "\u00e9"]))];
}

function smtp(context: Context): Pieces {
  const kind = between(context, 0, 9);
  if (kind < 2)
    return ["smtp", "ciphers", stringToken(context, oneOf(context, ["HIGH:!aNULL:!MD5", "default", "x", ""]))];
  if (kind < 7) return ["smtp", "max-message-size", size(context)];
  return ["smtp", "sub-addr-delim", delimiter(context)];
}

const wrongSizes: readonly string[] =
  '35MB|"1 M"|-1|"-1"|99999P|"99999E"|M|1.5.5M|1,5M|"35m "|9223372036854775808|9223372036854775807|"1e3"|0x10|""|" 35M"|1T|7E|8E|9E|"8388607T"|.5M|"0.5"|1.|"+5"'.split(
    "|",
  );

function size(context: Context): string {
  if (slip(context)) return oneOf(context, wrongSizes);
  const text = oneOf(context, ["35M", "1G", "100K", "35m", "1.5M", "12B", "0", "1T", "5b", "1.25k", "4194304"]);
  return /^\d+$/.test(text) ? numberToken(context, Number(text)) : stringToken(context, text);
}

function delimiter(context: Context): string {
  if (slip(context))
    return oneOf(context, ['"@"', '" "', '""', '"++"', "+", "1", '"\u00e9"', '"\t"', "ab", '"\u0001"', "' '", '"\\ "']);
  return quoted(context, oneOf(context, ["+", "-", "_", "=", "#", "x", "."]));
}

function srs(context: Context): Pieces {
  if (!may(context, "6.6")) return queue(context);
  const kind = between(context, 0, 9);
  if (kind < 3) return ["srs", "ttl", srsDelay(context)];
  if (kind < 5) return ["srs", "key", "backup", stringToken(context, "old secret")];
  context.srsKey = true;
  return ["srs", "key", stringToken(context, oneOf(context, ["secret", "se cret", "", "k"]))];
}

function srsDelay(context: Context): string {
  if (slip(context)) return oneOf(context, ["23h", "86399s", "1439m", "0d", "4", "1x", '""']);
  return stringToken(context, oneOf(context, ["1d", "24h", "1440m", "86400s", "4d", "25h"]));
}

/** `pki …` or `ca …`. With certificate and key where there are files; else only as a mistake. */
export function certificateStatement(context: Context): Pieces {
  if (!context.files && !slip(context)) return settingStatement(context);
  return sometimes(context, 0.7) ? pki(context) : certificateAuthority(context);
}

function pki(context: Context): Pieces {
  const name = certificateName(context, context.pki);
  context.pki.add(lowerCase(name));
  const parts = [["cert", certificatePath(context)], ["key", keyPath(context)], ...dhe(context)];
  const mixed = sometimes(context, 0.5) ? parts : parts.reverse();
  const wrong = slip(context)
    ? oneOf<Pieces>(context, [["certificate", '"/x"'], ["dhparams", '"/x"'], ["key"], ["ttl", "1d"]])
    : [];
  return ["pki", stringToken(context, name), ...(slip(context) ? (mixed[0] ?? []) : mixed.flat()), ...wrong];
}

function certificatePath(context: Context): string {
  return context.files ? quotedToken(context, context.files.certificate) : '"/nonexistent/cert.pem"';
}

function keyPath(context: Context): string {
  return context.files ? quotedToken(context, context.files.key) : '"/nonexistent/key.pem"';
}

function dhe(context: Context): readonly Pieces[] {
  if (slip(context)) return [["dhe", oneOf(context, ["yes", "2048", '""', "autom", '"auto "'])]];
  return sometimes(context, 0.3)
    ? [["dhe", stringToken(context, oneOf(context, ["none", "auto", "legacy", "AUTO"]))]]
    : [];
}

function certificateAuthority(context: Context): Pieces {
  const name = certificateName(context, context.authorities);
  context.authorities.add(lowerCase(name));
  return ["ca", stringToken(context, name), "cert", certificatePath(context)];
}

const wrongNames: readonly string[] = [
  "*.example.org",
  "-x.example.org",
  "x-.example.org",
  "a b",
  "a..b",
  ".a",
  "a.",
  "",
  "b\u00fccher",
  "a/b",
  "a_b_",
  "_a",
  "x:25",
  "127.0.0.1",
  "::1",
  "a--b",
  "**",
];

function certificateName(context: Context, taken: ReadonlySet<string>): string {
  if (slip(context)) return sometimes(context, 0.4) ? longName(context) : oneOf(context, wrongNames);
  if (sometimes(context, 0.015)) return longName(context);
  return sometimes(context, 0.06) ? "*" : freshCertificateName(context, taken);
}

function freshCertificateName(context: Context, taken: ReadonlySet<string>): string {
  const name = oneOf(context, [
    "mail.example.org",
    "mx",
    "mail_1.example.org",
    "a.b.c",
    "Mail.Example.NET",
    "example.com",
    "x1",
  ]);
  return sometimes(context, 0.2) || !taken.has(lowerCase(name)) ? name : `n${taken.size}.example.org`;
}

// Labels of up to 63 and names of up to 64 characters.
function longName(context: Context): string {
  const label = "l".repeat(between(context, 30, 64));
  return sometimes(context, 0.3)
    ? label
    : `${label}.${"n".repeat(Math.max(1, between(context, 62, 66) - label.length - 1))}`;
}

function lowerCase(name: string): string {
  return name.toLowerCase();
}

/** `mda wrapper NAME COMMAND`. */
export function wrapperStatement(context: Context): Pieces {
  const name = slip(context)
    ? oneOf(context, [...context.wrappers, "w"])
    : freshName(context, ["w", "spam_wrap", "wrap"], context.wrappers);
  context.wrappers.add(name);
  return ["mda", "wrapper", stringToken(context, name), quotedToken(context, oneOf(context, values.commands))];
}

/** A macro that nothing uses, of any shape. */
export function macroStatement(context: Context): Pieces {
  const name = slip(context)
    ? oneOf(context, ["data", "1", '"a b"', '" a"', '"a b', "ext-if", '""', "a.b", "<m>"])
    : macroName(context);
  context.macros.add(name);
  const value = slip(context)
    ? oneOf(context, ["25", "relay", "<t>", "{ a }", "", "a b", "$undefined", "=> x", "'x", '"# no"'])
    : stringToken(context, oneOf(context, macroTexts));
  return [name, `${oneOf(context, ["=", "=", "="])}${gap(context)}${value}`];
}

const macroTexts: readonly string[] = [
  "mail.example.org",
  "25",
  "port 25",
  "{ a, b }",
  "<users>",
  "a b # c",
  "it's",
  "",
  "listen on lo",
  'x"y',
  "\u00e9",
  "relay",
];
