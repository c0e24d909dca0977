import { createRandom, pick, type Random } from "../conformance/random.ts";

const phases = ["connect", "helo", "mail-from", "rcpt-to"];
const sources = ["192.0.2.0/24", "198.51.100.7", "2001:db8::/32", "203.0.113.0/25"];
const comments = [
  "customers of the east",
  "as agreed in March",
  "see the ticket",
  "do not touch: the printer needs this",
];

/** What the next line can refer to. */
interface Names {
  table: string;
  action: string;
}

type MakeLine = (number: number, names: Names, random: Random) => string;

const makeRule: MakeLine = (_, { table, action }, random) =>
  `match from src "${pick(random, sources)}" for domain <${table}> action "${action}"`;

const lineMakers: readonly MakeLine[] = [
  (number, names) => {
    names.table = `list${number}`;
    return `table list${number} { "customer${number}.example", "www${number}.example.net", "mail.${number}.example.org" }`;
  },
  (number) =>
    `table users${number} { "info@c${number}.example" = "vmail", "sales@c${number}.example" = "office${number}" }`,
  (number, names) => {
    names.action = `deliver${number}`;
    return `action "deliver${number}" maildir "/srv/mail/%{dest.domain}/${number}" alias { root = office${number} }`;
  },
  (number, names) => {
    names.action = `relay${number}`;
    return `action relay${number} relay host smtp+tls://mx${number}.example.net helo mail.example.org`;
  },
  (number, _, random) =>
    `filter check${number} phase ${pick(random, phases)} match src { "${pick(random, sources)}" } reject "550 Not from there"`,
  (number, _, random) => `# ${number}: ${pick(random, comments)}`,
  makeRule,
  makeRule,
];

/**
 * A configuration of `lines` lines, at least 3, that every release from 6.6 on accepts and that names nothing of the
 * machine: tables, actions, filters, rules and comments, mixed as where a program writes the file; some 75 bytes a line.
 */
export function makeConfiguration(lines: number, seed: number): string {
  const random = createRandom(seed);
  const names: Names = { table: "first", action: "deliver" };
  const text = ['table "first" { "first.example" }', 'action "deliver" maildir'];
  while (text.length < lines - 1) text.push(pick(random, lineMakers)(text.length, names, random));
  return `${[...text, 'match from local for any action "deliver"'].join("\n")}\n`;
}

/**
 * A configuration as somebody keeps it who has customers: some `lines` lines in which everything is used, with a finding
 * or two. smtpd takes it on any machine.
 */
export function makeHostConfiguration(lines: number, seed: number): string {
  const random = createRandom(seed);
  const head = [
    "# what this server is, and whom it serves",
    "listen on 0.0.0.0 hostname mail.example.org",
    "queue ttl 4d",
    "",
    'table aliases { "postmaster" = "root", "abuse" = "root", "root" = "admin" }',
    'action "local" maildir alias <aliases>',
    'action "out" relay helo mail.example.org',
    'match from any for local action "local"',
    'match from local for local action "local"',
    'match from local for any action "out"',
  ];
  const customers = Array.from({ length: Math.ceil((lines - head.length) / 8) }, (_, n) => makeCustomer(n, random));
  return `${[...head, ...customers.flat()].slice(0, lines).join("\n")}\n`;
}

function makeCustomer(number: number, random: Random): readonly string[] {
  const name = `customer${number}`;
  return [
    "",
    `# ${name}: ${pick(random, comments)}`,
    `table ${name} { "${name}.example", "www.${name}.example" }`,
    `table ${name}-users { "postmaster@${name}.example" = "vmail", "abuse@${name}.example" = "vmail", \\`,
    `  "info@${name}.example" = "vmail", "sales@${name}.example" = "office" }`,
    `action "${name}" maildir "/srv/mail/%{dest.domain}/%{dest.user}" virtual <${name}-users>`,
    `match from src "${pick(random, sources)}" for domain <${name}> reject`,
    `match from any for domain <${name}> action "${name}"`,
  ];
}

/** Lines of which none can be read. */
export function makeGarbage(lines: number): string {
  const garbage = [
    '"abc" def',
    "} }",
    "listen listen on on",
    "match from from any",
    "table { {",
    "action 1 2 3",
    "= = =",
    "%%% @@@",
  ];
  return Array.from({ length: lines }, (_, index) => `${garbage[index % garbage.length]}\n`).join("");
}

/** A good file below a line that opens a quote: what was inside of quotes is outside then, and the reverse. */
export function makeUnclosedQuote(lines: number, seed: number): string {
  return `table open { "never closed }\n${makeConfiguration(lines, seed)}`;
}

/** As many tables as `names`, each used by an action of its own, each of which is used by a rule. */
export function makeNames(names: number): string {
  const numbers = Array.from({ length: names }, (_, index) => index);
  return [
    ...numbers.map((number) => `table t${number} { "root" = "user${number}" }`),
    ...numbers.map((number) => `action a${number} mbox alias <t${number}>`),
    ...numbers.map((number) => `match for domain d${number}.example action a${number}`),
    "",
  ].join("\n");
}
