import { createRandom, integer, pick, pickWeighted, type Random } from "../conformance/random.ts";

/** What a customer adds to each part of the file. */
interface Customer {
  readonly tables: readonly string[];
  readonly actions: readonly string[];
  readonly rules: readonly string[];
}

type MakeCustomer = (name: string, random: Random) => Customer;

const trades = ["baker", "carpenter", "dentist", "florist", "lawyer", "painter", "school", "tailor"];
const staff = ["info", "sales", "anna", "bert", "clara", "david", "office", "orders"];
const agreements = ["since March 2021", "moved here in 2023", "as in the contract of May", "pays by the year"];

/** Domains of which we keep the mail, each with somebody who answers for it. */
const kept: MakeCustomer = (name, random) => {
  const domains = [`${name}.example`, ...(integer(random, 0, 2) === 0 ? [`${name}.example.net`] : [])];
  const people = staff.slice(0, integer(random, 1, staff.length));
  const mailboxes = domains.flatMap((domain) => [
    `"postmaster@${domain}" = "vmail"`,
    `"abuse@${domain}" = "vmail"`,
    ...people.map((person) => `"${person}@${domain}" = "vmail"`),
  ]);
  return {
    tables: [tableOf(`${name}-domains`, domains), ...longTableOf(`${name}-mailboxes`, mailboxes)],
    actions: [`action "${name}" maildir "/srv/mail/%{rcpt.domain}/%{rcpt.user}" virtual <${name}-mailboxes>`],
    rules: [...refuseForged(domains), `match from any for domain <${name}-domains> action "${name}"`],
  };
};

/** A domain whose mail we look at, and hand on to the customer's own server. */
const handedOn: MakeCustomer = (name) => {
  const domains = [`${name}.example`, `lists.${name}.example`];
  return {
    tables: [tableOf(`${name}-domains`, domains)],
    actions: [`action "${name}" relay host "smtp+tls://mail.${name}.example" helo "mail.example.org"`],
    rules: [...refuseForged(domains), `match from any for domain <${name}-domains> action "${name}"`],
  };
};

/** An office that sends by us. */
const sending: MakeCustomer = (name, random) => {
  const [third, last] = [integer(random, 0, 255), 16 * integer(random, 0, 15)];
  return {
    tables: [tableOf(`${name}-office`, [`10.20.${third}.${last}/28`, `2001:db8:${third}:${last}::/64`])],
    actions: [`action "${name}" relay helo "${name}.example.org"`],
    rules: [`match from src <${name}-office> for any action "${name}"`],
  };
};

const kinds: readonly (readonly [weight: number, make: MakeCustomer])[] = [
  [6, kept],
  [2, handedOn],
  [1, sending],
];

function tableOf(name: string, words: readonly string[]): string {
  return `table ${name} { ${words.map((word) => `"${word}"`).join(", ")} }`;
}

/** An entry a row; older releases want a backslash behind each. */
function longTableOf(name: string, entries: readonly string[]): readonly string[] {
  return [
    `table ${name} { \\`,
    ...entries.map((entry, index) => `\t${entry}${index + 1 < entries.length ? ", \\" : " }"}`),
  ];
}

function refuseForged(domains: readonly string[]): readonly string[] {
  return domains.map((domain) => `match !from auth mail-from "@${domain}" for any reject`);
}

const head = [
  "# mail.example.org: the mail of our customers. Tables come first, then actions, then rules; within each part, customers",
  "# stand in the order in which they came.",
  "",
  "queue ttl 4d",
  'smtp max-message-size "35M"',
  "",
  "# Hardly any mail server is without a name; what has none, or a wrong one, sends spam.",
  'filter "named" phase connect match !rdns disconnect "550 5.7.25 No name in the reverse DNS"',
  'filter "confirmed" phase connect match !fcrdns disconnect "550 5.7.25 The name does not lead back"',
  'filter "incoming" chain { "named", "confirmed" }',
  "",
  'listen on 0.0.0.0 port 25 filter "incoming" hostname "mail.example.org"',
  "",
  'table aliases { "postmaster" = "root", "abuse" = "root", "root" = "admin" }',
];

/** What the machine does for itself. */
const ownActions = ["", 'action "local" maildir alias <aliases>', 'action "outbound" relay helo "mail.example.org"'];
const ownRules = ["", 'match from any for local action "local"', 'match from local for any action "outbound"'];

/**
 * A configuration of `lines` lines, or up to 30 more, at least 30: that of a provider who keeps it well. Everything that it
 * defines is used, and there is hardly anything to advise. smtpd takes it on any machine.
 */
export function makeTidyConfiguration(lines: number, seed: number): string {
  const random = createRandom(seed);
  const [tables, actions, rules] = [[...head], [...ownActions], [] as string[]];
  for (let number = 1; tables.length + actions.length + rules.length < lines - ownRules.length; number++) {
    const trade = pick(random, trades);
    const comment = `# ${number}, ${trade}: ${pick(random, agreements)}`;
    const customer = pickWeighted(random, kinds)(`${trade}${number}`, random);
    tables.push("", comment, ...customer.tables);
    actions.push(...customer.actions);
    rules.push("", comment, ...customer.rules);
  }
  return `${[...tables, ...actions, ...rules, ...ownRules].join("\n")}\n`;
}
