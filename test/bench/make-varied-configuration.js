import { createRandom, integer, pick, pickWeighted } from "../conformance/random.js";
/** Adds a name to those that can be referred to. */
function add(names, name) {
    names.push(name);
    return name;
}
function times(count, make) {
    return Array.from({ length: count }, (_, index) => make(index));
}
const address = (number) => `2001:db8::${(number >> 16).toString(16)}:${(number & 0xffff).toString(16)}`;
const macro = (number, { names }) => [`${add(names.host, `mx${number}`)} = "mx${number}.example.net"`];
const certificate = (number, { names }) => [
    `pki ${add(names.certificate, `mail${number}.example.org`)} cert "/etc/ssl/mail${number}.crt"`,
    `pki mail${number}.example.org key "/etc/ssl/private/mail${number}.key"`,
];
const domains = (number, { names, random }) => {
    const name = add(names.domains, `domains${number}`);
    const list = times(integer(random, 1, 8), (index) => `"shop${index}.customer${number}.example"`);
    return [`table ${name} { ${list.join(", ")} }`];
};
const longList = (number, { names, random }) => [
    `table ${add(names.domains, `partners${number}`)} {`,
    ...times(integer(random, 5, 20), (index) => `\tpartner${index}.group${number}.example,`),
    `\t"*.guests${number}.example"`,
    "}",
];
const users = (number, { names, random }) => {
    const entries = times(integer(random, 1, 4), (index) => `"clerk${index}" = "office${number}@example.org"`);
    return [`table ${add(names.users, `aliases${number}`)} { ${["root = admin", ...entries].join(", ")} }`];
};
const virtual = (number, { names, random }) => {
    const entries = times(integer(random, 1, 4), (index) => `"sales${index}@customer${number}.example" = "vmail${index}"`);
    const all = [`"postmaster@customer${number}.example" = "vmail"`, ...entries];
    return [`table ${add(names.virtual, `virtual${number}`)} { ${all.join(", ")} }`];
};
const credentials = (number, { names }) => [
    `table ${add(names.credentials, `secrets${number}`)} file:/etc/mail/secrets${number}`,
];
const networks = (number, { names, random }) => {
    const list = times(integer(random, 1, 5), (index) => `10.${number % 250}.${index}.0/24`);
    return [`table ${add(names.networks, `offices${number}`)} { ${list.join(", ")} }`];
};
const senders = (number, { names }) => [
    `table ${add(names.senders, `senders${number}`)} { "info@customer${number}.example", "@list${number}.example" }`,
];
const conditionsOfFilters = ["!rdns", "!fcrdns", 'helo regex "^[0-9.]+$"', 'rdns regex "\\.dyn\\."'];
const filter = (number, { names, random }) => {
    const phase = pick(random, ["helo", "ehlo", "mail-from", "rcpt-to"]);
    const condition = pick(random, conditionsOfFilters);
    const name = add(names.filter, `check${number}`);
    return [`filter ${name} phase ${phase} match ${condition} disconnect "550 Not from there"`];
};
const program = (number, { names }) => [
    `filter ${add(names.filter, `scan${number}`)} proc-exec "filter-scan -n ${number}" user _smtpd`,
];
const chain = (number, { names, random }) => {
    const members = new Set(times(integer(random, 2, 5), () => pick(random, names.filter)));
    return [`filter ${add(names.listenerFilter, `chain${number}`)} chain { ${[...members].join(", ")} }`];
};
const exchanger = (number, { names, random }) => {
    const options = `tls pki ${pick(random, names.certificate)} filter ${pick(random, names.listenerFilter)}`;
    return [`listen on ${address(number)} ${options} hostname mx${number}.example.org`];
};
const submission = (number, { names, random }) => {
    const auth = `auth <${pick(random, names.credentials)}> tag ${add(names.tag, `OFFICE${number}`)}`;
    return [`listen on ${address(number)} port 587 tls-require pki ${pick(random, names.certificate)} ${auth} mask-src`];
};
const delivery = (number, { names, random }) => {
    const name = add(names.action, `deliver${number}`);
    const method = pick(random, [
        `mbox alias <${pick(random, names.users)}>`,
        `maildir "/srv/mail/%{dest.domain}/%{dest.user}" junk virtual <${pick(random, names.virtual)}>`,
        `lmtp "/var/run/dovecot/lmtp" rcpt-to virtual <${pick(random, names.virtual)}>`,
        `mda "/usr/local/bin/sort -f %{mbox.from} -d %{user.username}" user vmail alias <${pick(random, names.users)}>`,
        `expand-only virtual <${pick(random, names.virtual)}>`,
    ]);
    return [`action "${name}" ${method}`];
};
const relay = (number, { names, random }) => {
    const name = add(names.action, `relay${number}`);
    const method = pick(random, [
        `relay host smtps://label${number}@mx${number}.example.net auth <${pick(random, names.credentials)}>`,
        `relay host $${pick(random, names.host)} tls helo mail.example.org`,
        `relay backup mx mx${number}.example.net`,
        `relay src ${address(number)} srs`,
    ]);
    return [`action "${name}" ${method}`];
};
const match = (number, { names, random }) => {
    const action = `action "${pick(random, names.action)}"`;
    const conditions = pick(random, [
        `from any for domain <${pick(random, names.domains)}>`,
        `from any for domain { ${times(8, (index) => `"d${index}.c${number}.example"`).join(", ")} }`,
        `from any for domain "c${number}.example"`,
        `from src <${pick(random, names.networks)}> for any`,
        `from src 10.1.${number % 250}.0/24 ! mail-from "@spam${number}.example" for domain <${pick(random, names.domains)}>`,
        `tag ${pick(random, names.tag)} from auth for any`,
        `from auth mail-from <${pick(random, names.senders)}> for any`,
        `from any mail-from <${pick(random, names.senders)}> for rcpt-to { "list@c${number}.example" }`,
        `from any helo "mail${number}.example" for domain regex "^(www|mail)\\.c${number}\\.example$"`,
        `for local`,
    ]);
    return [`match ${conditions} ${action}`];
};
const refusal = (number) => [`match from src 192.0.2.${number % 256} for any reject`];
const comment = (number, { random }) => [
    pick(random, [
        `# ${number}: as agreed in March`,
        "# do not touch: the printer needs this",
        "",
        "# --- customers ---",
    ]),
];
const makers = [
    [3, macro],
    [1, certificate],
    [10, domains],
    [2, longList],
    [6, users],
    [6, virtual],
    [1, credentials],
    [3, networks],
    [2, senders],
    [2, filter],
    [0.3, program],
    [0.7, chain],
    [0.5, exchanger],
    [0.5, submission],
    [8, delivery],
    [6, relay],
    [30, match],
    [2, refusal],
    [15, comment],
];
/** What comes first: one of everything that other lines refer to. */
const first = [
    macro,
    certificate,
    domains,
    users,
    virtual,
    credentials,
    networks,
    senders,
    filter,
    chain,
    exchanger,
    submission,
    delivery,
];
/**
 * A configuration of about `lines` lines, at least 30, with everything that a provider's file has: macros, certificates,
 * tables, filters in chains, listeners with tags, all kinds of actions, and rules with all kinds of conditions. 7.9 accepts
 * it where the files that it names exist.
 */
export function makeVariedConfiguration(lines, seed) {
    const random = createRandom(seed);
    const making = { names: noNames(), random };
    const text = ["queue ttl 4d", "smtp max-message-size 35M", 'srs key "0123456789abcdef0123456789abcdef"'];
    first.forEach((make, number) => void text.push(...make(number, making)));
    while (text.length < lines - 1)
        text.push(...pickWeighted(random, makers)(text.length, making));
    return `${[...text, `match from local for any action "${pick(random, making.names.action)}"`].join("\n")}\n`;
}
function noNames() {
    return {
        host: [],
        domains: [],
        users: [],
        virtual: [],
        credentials: [],
        networks: [],
        senders: [],
        filter: [],
        listenerFilter: [],
        tag: [],
        action: [],
        certificate: [],
    };
}
//# sourceMappingURL=make-varied-configuration.js.map