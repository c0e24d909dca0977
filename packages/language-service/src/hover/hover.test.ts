import { describe, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import { type SnapshotOptions, snapshotAt } from "../testing.ts";
import { getHover } from "./hover.ts";

/** A text with the cursor, the part that is spoken of, and what is said, by paragraphs. `[...]` stands for more of the manual. */
type Case = readonly [
  text: string,
  about: string | undefined,
  paragraphs: readonly string[],
  options?: SnapshotOptions | undefined,
];

function hoverAt(text: string, options?: SnapshotOptions) {
  const { snapshot, position } = snapshotAt(text, options);
  const hover = getHover(snapshot, position);
  const contents = hover?.contents as MarkupContent | undefined;
  return {
    about: hover && snapshot.document.getText(hover.range),
    kind: contents?.kind,
    paragraphs: contents?.value.split("\n\n") ?? [],
  };
}

function expectHover(
  text: string,
  about: string | undefined,
  paragraphs: readonly string[],
  options?: SnapshotOptions,
) {
  const said = hoverAt(text, options);
  expect(said.about).toBe(about);
  expect(said.paragraphs).toEqual(paragraphs.map(whatever));
}

/** A paragraph as it is, or as what begins and ends like it. */
function whatever(paragraph: string): unknown {
  if (!paragraph.includes("[...]")) return paragraph;
  const parts = paragraph.split("[...]").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return expect.stringMatching(new RegExp(`^${parts.join("[^]+")}$`));
}

describe("keywords, options and conditions", () => {
  test.each<Case>([
    [
      "action a mb|ox\n",
      "mbox",
      [
        "```smtpd-conf\nmbox\n```",
        "Appends messages to the [...]",
        "- **6.6.4**: The delivery runs as [...]\n- **7.5** (not yet in 6.8.0): A `wrapper` makes the [...]",
      ],
      { target: "6.8.0" },
    ],
    [
      "action a mbox ali|as <names>\n",
      "alias",
      ["```smtpd-conf\nalias TABLE\n```", "Maps user names to [...]", "Without it: no aliases."],
    ],
    [
      "que|ue ttl 4d\n",
      "queue",
      ["```smtpd-conf\nqueue ttl DELAY\n```", "How long a message [...]", "Without it: 4d."],
    ],
    [
      'srs key back|up "secret"\n',
      "backup",
      ["```smtpd-conf\nsrs key backup SECRET\n```", "A former secret that [...]", "Since 6.6.0."],
    ],
    [
      "match fro|m src 192.0.2.1 for any reject\n",
      "from src",
      ["```smtpd-conf\nfrom src [regex] ADDRESS\n```", "Mail from clients with [...]"],
    ],
    [
      "match from sr|c 192.0.2.1 for any reject\n",
      "from src",
      ["```smtpd-conf\nfrom src [regex] ADDRESS\n```", "Mail from clients with [...]"],
    ],
    [
      'match from src re|gex "^192" for any reject\n',
      "regex",
      ["```smtpd-conf\nregex TABLE\n```", "Takes the entries of [...]", "Since 6.6.0."],
    ],
    [
      "match |! from src 192.0.2.1 for any reject\n",
      "!",
      [
        "`!` turns the condition round: it is met by all mail that does not meet it.",
        "```smtpd-conf\nfrom src [regex] ADDRESS\n```",
        "Mail from clients with [...]",
      ],
    ],
    [
      "match from aut|h for any reject\n",
      "from auth",
      [
        "```smtpd-conf\nfrom auth [[regex] USERNAME]\n```",
        "Clients anywhere that have [...]",
        "Since 6.7.1. smtpd 6.6.0, the target release, does not have it.",
      ],
      { target: "6.6.0" },
    ],
    [
      "action a relay t|ls no-verify\n",
      "tls",
      [
        "```smtpd-conf\ntls [no-verify]\n```",
        "Sends only through TLS [...]",
        "Without it: TLS where it is offered, not verified.",
      ],
    ],
    ["action a relay tls no-v|erify\n", "no-verify", ["```smtpd-conf\ntls … no-verify\n```", "Asks for TLS but [...]"]],
    [
      "action a relay backup m|x mx.example.org\n",
      "mx",
      ["```smtpd-conf\nbackup … mx NAME\n```", "Names this server as [...]"],
    ],
    ["action a maildir ju|nk\n", "junk", ["```smtpd-conf\nmaildir … junk\n```", "Puts messages that a [...]"]],
    [
      "action a mb|ox\n",
      "mbox",
      [
        "```smtpd-conf\nmbox\n```",
        "Appends messages to the [...]",
        "- **6.6.4**: The delivery runs as [...]\n- **7.5**: A `wrapper` makes the [...]",
      ],
    ],
    [
      "listen on lo port 2525 tls-req|uire\n",
      "tls-require",
      [
        "```smtpd-conf\ntls-require [verify]\n```",
        "Offers STARTTLS and takes [...]",
        "Without it: plain text only.",
        "- **7.3**: A TLS listener must [...]",
      ],
    ],
    ["listen on lo mask-src no-|such-option\n", undefined, []],
    ["listen on lo mask-source no-d|sn\n", "no-dsn", ["```smtpd-conf\nno-dsn\n```", "Does not offer delivery [...]"]],
    [
      "listen on socket no-d|sn\n",
      "no-dsn",
      [
        "```smtpd-conf\nno-dsn\n```",
        "Does not offer delivery [...]",
        "Since 7.5. smtpd 7.4, the target release, does not have it.",
      ],
      { target: "7.4" },
    ],
    [
      'filter f ph|ase connect match !rdns disconnect "550 no"\n',
      "phase",
      [
        '```smtpd-conf\nfilter NAME chain { FILTER[, FILTER …] }\nfilter NAME phase PHASE match [!]CONDITION DECISION\nfilter NAME proc PROC\nfilter NAME proc-exec "COMMAND" [user USERNAME] [group GROUPNAME] [chroot DIRECTORY]\n```',
        "Defines a filter for [...]",
        "Since 6.6.0.",
        "- **6.7.1**: `bypass`, the condition `auth` [...]",
      ],
    ],
    [
      'filter f phase con|nect match !rdns disconnect "550 no"\n',
      "connect",
      [
        "```smtpd-conf\nphase connect\n```",
        "When a client has [...]",
        "- Conditions: `fcrdns`, `rdns`, `src`.\n- Decisions: `reject`, `disconnect`, `rewrite`, `report`, `junk`, `bypass`.",
      ],
    ],
    [
      'filter f phase connect match !rd|ns disconnect "550 no"\n',
      "rdns",
      ["```smtpd-conf\nrdns [[regex] HOSTNAME]\n```", "Clients whose address has [...]"],
    ],
    [
      'filter f phase connect match !rdns disc|onnect "550 no"\n',
      "disconnect",
      ["```smtpd-conf\ndisconnect MESSAGE\n```", "Sends this reply and [...]"],
    ],
    [
      "smtp limit max-r|cpt 500\n",
      "max-rcpt 500",
      [
        "```smtpd-conf\nsmtp limit max-rcpt NUMBER\n```",
        "How many recipients one [...]",
        "Without it: 1,000.",
        "- **7.9**: Less than 100 is [...]",
      ],
    ],
    [
      "mta limit conn-delay-route 72|00\n",
      "conn-delay-route 7200",
      [
        "```smtpd-conf\nmta limit conn-delay-route NUMBER\n```",
        "How long to wait [...]",
        "Without it: 5 seconds.",
        "Here it is 7,200 seconds.",
      ],
    ],
    [
      "mta limit for domain example.org in|et4\n",
      "inet4",
      ["```smtpd-conf\ninet4\n```", "Sends over IPv4 only, [...]", "Without it: both families."],
    ],
    [
      'tab|le t { "a" }\n',
      "table",
      [
        '```smtpd-conf\ntable NAME { VALUE[, VALUE …] }\ntable NAME { KEY = VALUE[, KEY = VALUE …] }\ntable NAME "PATH"\ntable NAME BACKEND[:PATH]\n```',
        "Names a list or [...]",
        "- **7.3**: A `db` table can [...]\n- **7.5**: A line may end [...]\n- **7.6**: In a file, `key [...]",
      ],
    ],
    [
      'inclu|de "/etc/mail/more.conf"\n',
      "include",
      ['```smtpd-conf\ninclude "PATH"\n```', "Reads another file in [...]"],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("rules", () => {
  test.each<Case>([
    [
      "listen on 10.0.0.1\naction out relay\nma|tch from any for any action out\n",
      "match from any for any action out",
      [
        "**Rule 1** of 1: Mail from anybody for any domain is sent to the mail exchangers (MX) of the domain.",
        '```smtpd-conf\nmatch from any for any action "out"\n```',
        "**Whoever is in a private network of this server can relay by it** at the listener on [line 1](<file:///etc/mail/smtpd.conf#L1>), for example with mail from `somebody@elsewhere.example` to `somebody@elsewhere.example`, brought by a client at `203.0.113.9`, with the greeting `client.elsewhere.example`.",
      ],
    ],
    [
      'listen on eth0\naction out relay\nma|tch from any for domain "*.example.org" action out\n',
      'match from any for domain "*.example.org" action out',
      [
        "**Rule 1** of 1: Mail from anybody, if the domain fits `*.example.org`, is sent to the mail exchangers (MX) of the domain.",
        '```smtpd-conf\nmatch from any for domain "*.example.org" action "out"\n```',
        "Mail comes to it, for example from `somebody@elsewhere.example` to `somebody@some.example.org`, brought by a client at `203.0.113.9`, with the greeting `client.elsewhere.example`.",
      ],
    ],
    [
      "table us file:/etc/mail/us\naction a mbox\nmatch from src <us> for any reject\nma|tch from any for domain example.org action a\n",
      "match from any for domain example.org action a",
      [
        "**Rule 2** of 2: Mail from anybody, if the domain is example.org, is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from any for domain example.org action "a"\n```',
        "Mail comes to it, unless tables of earlier rules that are not known here take it all.",
      ],
    ],
    [
      'filter n phase connect match !rdns disconnect "550 no"\nlisten on eth0 filter n\naction out relay\nma|tch from rdns for any action out\n',
      "match from rdns for any action out",
      [
        "**Rule 1** of 1: Mail for any domain, if the client has a name in the reverse DNS, is sent to the mail exchangers (MX) of the domain.",
        '```smtpd-conf\nmatch from rdns for any action "out"\n```',
        "**Strangers can relay by it** at the listener on [line 2](<file:///etc/mail/smtpd.conf#L2>), for example with mail from `somebody@elsewhere.example` to `somebody@elsewhere.example`, brought by a client at `203.0.113.9`, with the greeting `client.elsewhere.example`, whose address is called `client.elsewhere.example`.",
      ],
    ],
    [
      "action a mbox\nmat|ch for local action a\n",
      "match for local action a",
      [
        "**Rule 1** of 1: Mail from this machine for the server's own names is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from local for local action "a"\n```',
        "`from local` is implied, since the rule says nothing else.",
        "Mail comes to it.",
      ],
    ],
    [
      "action a mbox\nmatch for local |  action a\n",
      "match for local   action a",
      [
        "**Rule 1** of 1: Mail from this machine for the server's own names is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from local for local action "a"\n```',
        "`from local` is implied, since the rule says nothing else.",
        "Mail comes to it.",
      ],
    ],
    [
      "action a mbox\nmatch from any for any action a\nmat|ch for local action a\n",
      "match for local action a",
      [
        "**Rule 2** of 2: Mail from this machine for the server's own names is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from local for local action "a"\n```',
        "`from local` is implied, since the rule says nothing else.",
        "**Never reached**: [rule 1](<file:///etc/mail/smtpd.conf#L2>) takes all the mail that could come to it.",
      ],
    ],
    [
      "action a mbox\nma|tch from any for any tag office action a\n",
      "match from any for any tag office action a",
      [
        "**Rule 1** of 1: Mail from anybody for any domain, if the listener has the tag `office`, is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from any for any tag office action "a"\n```',
        "**Never reached**: no mail can meet its condition `tag`.",
      ],
    ],
    [
      "listen on eth0\naction out relay\nma|tch from any for any action out\n",
      "match from any for any action out",
      [
        "**Rule 1** of 1: Mail from anybody for any domain is sent to the mail exchangers (MX) of the domain.",
        '```smtpd-conf\nmatch from any for any action "out"\n```',
        "**Strangers can relay by it** at the listener on [line 1](<file:///etc/mail/smtpd.conf#L1>), for example with mail from `somebody@elsewhere.example` to `somebody@elsewhere.example`, brought by a client at `203.0.113.9`, with the greeting `client.elsewhere.example`.",
      ],
    ],
    [
      "listen on eth0\ntable us file:/etc/mail/us\naction out relay\nma|tch from src <us> for any action out\n",
      "match from src <us> for any action out",
      [
        "**Rule 1** of 1: Mail for any domain, if the client is in the table `us`, is sent to the mail exchangers (MX) of the domain.",
        '```smtpd-conf\nmatch from src <us> for any action "out"\n```',
        "**Strangers may relay by it** at the listener on [line 1](<file:///etc/mail/smtpd.conf#L1>): that depends on what is in `us`.",
      ],
    ],
    [
      "table us file:/etc/mail/us\naction a mbox\nma|tch from src <us> for domain { example.org, example.net } action a\n",
      "match from src <us> for domain { example.org, example.net } action a",
      [
        "**Rule 1** of 1: Mail, if the client is in the table `us` and the domain is example.org or example.net, is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from src <us> for domain { example.org, example.net } action "a"\n```',
        "Mail comes to it if there are entries for it in `us`, which are not known here.",
      ],
    ],
    [
      'action a mbox\nma|tch from any auth for domain "*.example.org" !mail-from "@spam.example" action a\n',
      'match from any auth for domain "*.example.org" !mail-from "@spam.example" action a',
      [
        "**Rule 1** of 1: Mail from anybody, if the domain fits `*.example.org` and the client has logged in and the sender is not anyone at spam.example, is put into the mailbox of the user.",
        '```smtpd-conf\nmatch from any for domain "*.example.org" auth !mail-from "@spam.example" action "a"\n```',
        "Mail comes to it, for example from `somebody@elsewhere.example` to `somebody@some.example.org`, brought by a client at `203.0.113.9`, who has logged in as `somebody`, with the greeting `client.elsewhere.example`.",
      ],
    ],
    [
      "match from any for any rej|ect\n",
      "reject",
      [
        "```smtpd-conf\nmatch [CONDITION …] reject\n```",
        "Refuses mail that meets all conditions: the client gets `550 Invalid recipient`, as for mail that no rule matches.",
        "**Rule 1** of 1: Mail from anybody for any domain is refused.",
        "```smtpd-conf\nmatch from any for any reject\n```",
        "Mail comes to it, for example from `somebody@elsewhere.example` to `somebody@elsewhere.example`, brought by a client at `203.0.113.9`, with the greeting `client.elsewhere.example`.",
      ],
    ],
    [
      "action a mbox\nmatch for local act|ion a\n",
      "action",
      [
        "**Action** `a`: mail is put into the mailbox of the user.",
        "The part of the address before `@` must be a user of the system; all others are refused. A .forward file in the user's home can lead the mail elsewhere. The mailbox is a file with the user's name, usually in /var/mail.",
        "Chosen by [rule 1](<file:///etc/mail/smtpd.conf#L2>).",
      ],
    ],
    [
      "action a mbox\nmatch tls for any action a\nmat|ch from any for any tls action a\n",
      "match from any for any tls action a",
      [
        "**Rule 2** of 2: Mail from anybody for any domain gets a temporary error: smtpd 7.9 cannot evaluate the rule.",
        '```smtpd-conf\nmatch from any for any tls action "a"\n```',
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("actions", () => {
  test.each<Case>([
    [
      'action "ou|t" relay host smtp+tls://me@mail.example.org:587 auth <keys> ttl 1d\ntable keys file:/etc/mail/keys\nmatch for any action out\nmatch from any for local action out\n',
      '"out"',
      [
        "**Action** `out`: mail is sent to mail.example.org (port 587).",
        "Nothing is sent without TLS and a valid certificate of the server; smtpd logs in with what the table `keys` has for the label `me`. What cannot be delivered bounces after 1 day.",
        "Chosen by [rule 1](<file:///etc/mail/smtpd.conf#L3>) and [rule 2](<file:///etc/mail/smtpd.conf#L4>).",
      ],
    ],
    [
      'action bo|x maildir "~/Mail/%{dest.user}" junk alias <names>\ntable names { root = admin }\n',
      "box",
      [
        "**Action** `box`: mail is put into the maildir `~/Mail/%{dest.user}` in the home of the user.",
        "The part of the address before `@` must have an entry in the table `names` or be a user of the system; all others are refused. A .forward file in the user's home can lead the mail elsewhere. Each %{…} stands for a part of the address or of the user's account. Mail with the header `X-Spam: yes` goes into its folder .Junk. The delivery runs as the user; for root nothing is delivered this way, its mail bounces.",
        "No rule chooses it.",
      ],
    ],
    [
      'action a lmtp "/run/lmtp.sock" user vmail\nmatch for local action |a\n',
      "a",
      [
        '```smtpd-conf\naction a lmtp "/run/lmtp.sock" user vmail\n```',
        "**Action** `a`: mail is handed to the LMTP server on the socket /run/lmtp.sock.",
        "The part of the address before `@` must be a user of the system; all others are refused. .forward files are not read, but for that of `vmail`. That server gets the name of the user as the recipient. The delivery runs as the user `vmail`, whoever the mail is for.",
        "Chosen by [rule 1](<file:///etc/mail/smtpd.conf#L2>).",
      ],
    ],
    [
      "action a expand-only\nmatch for local action no|body\n",
      "nobody",
      ["**Action** `nobody`: no statement defines it."],
    ],
    [
      "act|ion a forward-only\n",
      "action",
      [
        "**Action** `a`: mail is sent on to where the .forward file of the user says.",
        "The part of the address before `@` must be a user of the system; all others are refused. A .forward file in the user's home says where the mail goes; for users who have none it is put off with a temporary error.",
        "No rule chooses it.",
        "---",
        '```smtpd-conf\naction NAME mbox [OPTION …] [ttl DELAY]\naction NAME maildir ["PATHNAME"] [junk] [OPTION …] [ttl DELAY]\naction NAME lmtp "DESTINATION" [rcpt-to] [OPTION …] [ttl DELAY]\naction NAME mda "COMMAND" [OPTION …] [ttl DELAY]\naction NAME forward-only | expand-only [OPTION …] [ttl DELAY]\naction NAME relay [OPTION …] [ttl DELAY]\n```',
        "Says how messages are [...]",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("tables", () => {
  test.each<Case>([
    [
      "table dom|ains { example.org, example.net }\nmatch from any for domain <domains> reject\n",
      "domains",
      [
        "**Table** `domains`: a list on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 2 entries: `example.org`, `example.net`.",
        "Used by:",
        "- [rule 1](<file:///etc/mail/smtpd.conf#L2>): `for domain DOMAIN`",
      ],
    ],
    [
      "table d file:/etc/mail/domains\nmatch from any for domain <|d> reject\nmatch from any for domain <d> reject\n",
      "d",
      [
        "**Table** `d`: a list in the file [/etc/mail/domains](<file:///etc/mail/domains>).",
        "It has 8 entries: `example.org`, `example.net`, `*.example.com`, `a.example`, `b.example`, `c.example`, 2 more.",
        "Used by:",
        "- [rule 1](<file:///etc/mail/smtpd.conf#L2>): `for domain DOMAIN`\n- [rule 2](<file:///etc/mail/smtpd.conf#L3>): `for domain DOMAIN`",
      ],
      {
        files: {
          "/etc/mail/domains":
            "example.org\nexample.net\n*.example.com\na.example\nb.example\nc.example\nd.example\ne.example\n",
        },
      },
    ],
    [
      "table ke|ys file:/etc/mail/keys\naction a relay host smtps://me@mail.example.org auth <keys>\n",
      "keys",
      [
        "**Table** `keys`: a mapping in the file [/etc/mail/keys](<file:///etc/mail/keys>).",
        "It has 2 entries: `me`, `you`. Only the keys are shown.",
        "Used by:",
        '- [action "a"](<file:///etc/mail/smtpd.conf#L2>): `auth TABLE`',
      ],
      { files: { "/etc/mail/keys": "me joe:swordfish\nyou $2b$10$abcdefghijklmnopqrstuv\n" } },
    ],
    [
      'table pe|ople { "joe:swordfish" }\npki mail.example.org cert "/etc/ssl/mail.crt" key "/etc/ssl/mail.key"\nlisten on lo tls pki mail.example.org auth <people>\n',
      "people",
      [
        "**Table** `people`: a list on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 1 entry. What may be a password is not shown.",
        "Used by:",
        "- [the listener on lo](<file:///etc/mail/smtpd.conf#L3>): `auth [AUTHTABLE]`",
      ],
    ],
    [
      'table us|ers { vmail = "2000:2000:/var/vmail" }\naction a mbox userbase <users>\n',
      "users",
      [
        "**Table** `users`: a mapping on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 1 entry: `vmail`. Only the keys are shown.",
        "Used by:",
        '- [action "a"](<file:///etc/mail/smtpd.conf#L2>): `userbase TABLE`',
      ],
    ],
    [
      'table ali|ases { root = admin, postmaster = "root, joe@example.org" }\naction a mbox alias <aliases>\n',
      "aliases",
      [
        "**Table** `aliases`: a mapping on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 2 entries: `root = admin`, `postmaster = root, joe@example.org`.",
        "Used by:",
        '- [action "a"](<file:///etc/mail/smtpd.conf#L2>): `alias TABLE`',
      ],
    ],
    [
      "table sp|are { a = b }\n",
      "spare",
      [
        "**Table** `spare`: a mapping on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 1 entry: `a`. Only the keys are shown.",
        "Nothing uses it.",
      ],
    ],
    [
      "table c|db db:/etc/mail/x.db\nmatch from any for domain <cdb> reject\n",
      "cdb",
      [
        "**Table** `cdb`: entries of `db`, with `/etc/mail/x.db`.",
        "Asks a database file [...]",
        "Used by:",
        "- [rule 1](<file:///etc/mail/smtpd.conf#L2>): `for domain DOMAIN`",
      ],
    ],
    ["match from any for domain <no|where> reject\n", "nowhere", ["**Table** `nowhere`: no statement defines it."]],
    ["table t sqlite:/etc/mail/x|.conf\n", "sqlite:/etc/mail/x.conf", ["Asks an SQLite database [...]"]],
    [
      "table t file:/etc/mail/do|mains\n",
      "file:/etc/mail/domains",
      [
        "The file [/etc/mail/domains](<file:///etc/mail/domains>).",
        "Reads the entries from [...]",
        "From 7.6 on: `key : value` makes [...]",
      ],
      { files: { "/etc/mail/domains": "example.org\n" } },
    ],
    ["table t file:/a|b\n", "file:/ab", ["Reads the entries from [...]", "From 7.6 on: `key : value` makes [...]"]],
    [
      'table "<img| src=x>" { "![a](b)" }\nmatch from any for domain <"<img src=x>"> reject\n',
      '"<img src=x>"',
      [
        "**Table** `<img src=x>`: a list on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 1 entry: `![a](b)`.",
        "Used by:",
        "- [rule 1](<file:///etc/mail/smtpd.conf#L2>): `for domain DOMAIN`",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("macros", () => {
  test.each<Case>([
    [
      'server = "mail.example.org"\naction a relay host $ser|ver\n',
      "$server",
      [
        "**Macro** `server`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "```smtpd-conf\nmail.example.org\n```",
        "Here it is read as one string. Used once.",
        "---",
        "Sends to `mail.example.org`, port 25, the default of the scheme.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- TLS (STARTTLS) where the server offers it, without a look at the certificate; else plain text.",
      ],
    ],
    [
      'ser|ver = "mail.example.org"\naction a relay host $server\naction b relay host $server\n',
      "server",
      [
        "**Macro** `server`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "```smtpd-conf\nmail.example.org\n```",
        "Used in 2 places.",
      ],
    ],
    [
      'opts = "tls pki mail.example.org"\npki mail.example.org cert "/etc/ssl/mail.crt" key "/etc/ssl/mail.key"\nlisten on lo $op|ts\n',
      "$opts",
      [
        "**Macro** `opts`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "```smtpd-conf\ntls pki mail.example.org\n```",
        "Here it is read as 3 words. Used once.",
      ],
    ],
    [
      "listen on $outs|ide\noutside = eth0\n",
      "$outside",
      [
        "**Macro** `outside`: it is only defined on [line 2](<file:///etc/mail/smtpd.conf#L2>), and smtpd reads from the top.",
        "Used once.",
      ],
    ],
    [
      'lan = "10.0|.0.0/8"\n',
      '"10.0.0.0/8"',
      [
        "**Macro** `lan`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "```smtpd-conf\n10.0.0.0/8\n```",
        "Nothing uses it.",
      ],
    ],
    ["action a relay host $no|ne\n", "$none", ["**Macro** `none`: it is not defined.", "Used once."]],
    [
      'srs_secret = "swordfish"\nsrs key $srs_sec|ret\n',
      "$srs_secret",
      [
        "**Macro** `srs_secret`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>). Its value is a secret and not shown.",
        "Used once.",
        "---",
        "```smtpd-conf\nsrs key SECRET\n```",
        "The secret that signs [...]",
        "Since 6.6.0.",
        "Any text. It stands [...]",
      ],
    ],
    [
      'word = "swordfish"\nsrs key $wo|rd\n',
      "$word",
      [
        "**Macro** `word`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>). Its value is a secret and not shown.",
        "Used once.",
        "---",
        "```smtpd-conf\nsrs key SECRET\n```",
        "The secret that signs [...]",
        "Since 6.6.0.",
        "Any text. It stands [...]",
      ],
    ],
    [
      'lan = "10.0.0.0/8"\nmatch from src $la|n for any reject\n',
      "$lan",
      [
        "**Macro** `lan`, defined on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "```smtpd-conf\n10.0.0.0/8\n```",
        "Here it is read as one string. Used once.",
        "---",
        "An IPv4 network, from `10.0.0.0` to `10.255.255.255`: 16,777,216 addresses.",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("filters, programs, certificates, tags", () => {
  test.each<Case>([
    [
      "lis|ten on eth0\naction out relay\nmatch from any for any action out\n",
      "listen",
      [
        "**Listener** on `eth0`, port 25. There is no TLS, all goes in plain text. Nobody can log in.",
        "Strangers CAN relay: rule 1.",
        "---",
        "```smtpd-conf\nlisten on INTERFACE [OPTION …]\n```",
        "Accepts mail on a [...]",
        "- **7.3**: A listener with TLS [...]",
      ],
    ],
    [
      "lis|ten on eth0\naction in mbox\nmatch from any for local action in\n",
      "listen",
      [
        "**Listener** on `eth0`, port 25. There is no TLS, all goes in plain text. Nobody can log in.",
        "Strangers: refused relaying.",
        "---",
        "```smtpd-conf\nlisten on INTERFACE [OPTION …]\n```",
        "Accepts mail on a [...]",
        "- **7.3**: A listener with TLS [...]",
      ],
    ],
    [
      'filter nam|eless phase connect match !rdns disconnect "550 5.7.25 No name"\nlisten on lo filter nameless\n',
      "nameless",
      [
        "**Filter** `nameless`. When a client connects: if the client has no name in the reverse DNS, the client is disconnected with `550 5.7.25 No name`.",
        "Asked by [the listener on lo](<file:///etc/mail/smtpd.conf#L2>).",
      ],
    ],
    [
      'filter a phase connect match !rdns junk\nfilter b proc-exec "filter-rspamd"\nfilter al|l chain { a, b }\nlisten on lo filter all\nlisten on eth0 filter { a }\n',
      "all",
      [
        "**Filter** `all`, a chain of filters that are asked in this order:",
        "- `a`: When a client connects: if the client has no name in the reverse DNS, all mail of the session gets the header `X-Spam: Yes`, and later filters are not asked at this point.\n- `b`: The program `filter-rspamd` can look at every session and its mail, and refuse, change or mark it. It runs as the user of the daemon, and when it fails, smtpd ends.",
        "Asked by [the listener on lo](<file:///etc/mail/smtpd.conf#L4>).",
      ],
    ],
    [
      'proc rs|pamd "filter-rspamd" user _rspamd\nfilter r proc rspamd\n',
      "rspamd",
      [
        "**Process** `rspamd`: the program `filter-rspamd`, which runs as the user `_rspamd`.",
        'Used by [filter "r"](<file:///etc/mail/smtpd.conf#L2>).',
      ],
    ],
    ["filter r proc rsp|amd\n", "rspamd", ["**Process** `rspamd`: no statement defines it."]],
    [
      'mda wrapper w "/bin/nice %{mda}"\naction a mda "/bin/deliver" wrapper |w\n',
      "w",
      [
        "**Wrapper** `w`: a command around deliveries, `/bin/nice %{mda}`.",
        'Used by [action "a"](<file:///etc/mail/smtpd.conf#L2>).',
      ],
    ],
    [
      'pki mail.example.org cert "/etc/ssl/mail.crt" key "/etc/ssl/mail.key"\nlisten on lo tls pki mail.exam|ple.org\naction a relay host mail.example.org pki mail.example.org\n',
      "mail.example.org",
      [
        "**Certificate** `mail.example.org`: `cert` `/etc/ssl/mail.crt`, `key` `/etc/ssl/mail.key`.",
        'Used by [the listener on lo](<file:///etc/mail/smtpd.conf#L2>) and [action "a"](<file:///etc/mail/smtpd.conf#L3>).',
      ],
    ],
    [
      "pki mail.exam|ple.org\nlisten on :: port 25 tls pki mail.example.org\nlisten on :: port submission tls pki mail.example.org\n",
      "mail.example.org",
      [
        "**Certificate** `mail.example.org`: nothing yet. It has no cert and no key, which smtpd refuses.",
        "Used by [the listener on :: port 25](<file:///etc/mail/smtpd.conf#L2>) and [the listener on :: port submission](<file:///etc/mail/smtpd.conf#L3>).",
      ],
    ],
    [
      'action qu|oted mda "prog -x \\"a b\\" -f %{mbox.from}"\n',
      "quoted",
      [
        '**Action** `quoted`: mail is given to the command `prog -x "a b" -f %{mbox.from}`.',
        "The part of the address [...]",
        "No rule chooses it.",
      ],
    ],
    [
      'pki mail.exam|ple.org cert "/etc/ssl/mail.crt"\n',
      "mail.example.org",
      [
        "**Certificate** `mail.example.org`: `cert` `/etc/ssl/mail.crt`. It has no key, which smtpd refuses.",
        "Nothing uses it.",
      ],
    ],
    [
      'ca le cert "/etc/ssl/ca.pem"\naction a relay tls ca l|e\n',
      "le",
      [
        "**Authority** `le`: the authorities in the file `/etc/ssl/ca.pem`.",
        'Used by [action "a"](<file:///etc/mail/smtpd.conf#L2>).',
      ],
    ],
    [
      "listen on lo tag off|ice\nmatch tag office for any reject\n",
      "office",
      [
        "**Tag** `office`: set by [the listener on lo](<file:///etc/mail/smtpd.conf#L1>).",
        "Asked for by [rule 1](<file:///etc/mail/smtpd.conf#L2>).",
      ],
    ],
    [
      "match tag off|ice for any reject\n",
      "office",
      [
        "**Tag** `office`: no listener sets it, so it never matches.",
        "Asked for by [rule 1](<file:///etc/mail/smtpd.conf#L1>).",
      ],
    ],
    [
      "lis|ten on lo port 587\n",
      "listen",
      [
        "**Listener** on `lo`, port 587. Only this machine can connect. There is no TLS, all goes in plain text. Nobody can log in.",
        "---",
        "```smtpd-conf\nlisten on INTERFACE [OPTION …]\n```",
        "Accepts mail on a [...]",
        "- **7.3**: A listener with TLS [...]",
      ],
    ],
    [
      'pki mail.example.org cert "/etc/ssl/mail.crt" key "/etc/ssl/mail.key"\nliste|n on eth0 port submission tls-require pki mail.example.org auth tag office\n',
      "listen",
      [
        "**Listener** on `eth0`, port 587. Clients must turn to TLS (STARTTLS) before they send mail, with the certificate of the pki `mail.example.org`. Clients must log in as users of the system, inside TLS, before they send mail. Rules know it by the tag `office`.",
        "---",
        "```smtpd-conf\nlisten on INTERFACE [OPTION …]\n```",
        "Accepts mail on a [...]",
        "- **7.3**: A listener with TLS [...]",
      ],
    ],
    [
      "listen on so|cket tag own\n",
      "socket",
      [
        "**The socket**, by which programs of this machine hand in mail. Rules know it by the tag `own`.",
        "---",
        "```smtpd-conf\nlisten on socket [OPTION …]\n```",
        "Sets options for mail [...]",
        "- **6.7.1**: Mail from the socket [...]\n- **7.5**: DSN is offered on [...]",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("relay URLs", () => {
  test.each<Case>([
    [
      "action a relay host mail.exam|ple.org\n",
      "mail.example.org",
      [
        "Sends to `mail.example.org`, port 25, the default of the scheme.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- TLS (STARTTLS) where the server offers it, without a look at the certificate; else plain text.",
      ],
    ],
    [
      'action a relay host "smtp+tls://me@mail.exa|mple.org:587" auth <keys>\ntable keys file:/etc/mail/keys\n',
      '"smtp+tls://me@mail.example.org:587"',
      [
        "Sends to `mail.example.org`, port 587.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- Only through TLS (STARTTLS), with a valid certificate of the server.\n- Logs in with the user and password that the table of `auth` has for the label `me`.",
      ],
    ],
    [
      'action a relay host "smtps://[2001:db8::1|]" tls no-verify\n',
      '"smtps://[2001:db8::1]"',
      [
        "Sends to `[2001:db8::1]`, port 465, the default of the scheme.",
        "- An address: nothing is looked up.\n- TLS from the first byte on, and any certificate will do, as `tls no-verify` of the action says.",
      ],
    ],
    [
      'action a relay host "smtp+notls://mail.exa|mple.org" tls\n',
      '"smtp+notls://mail.example.org"',
      [
        "Sends to `mail.example.org`, port 25, the default of the scheme.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- Nothing is ever sent: `tls` of the action demands what the scheme rules out.",
      ],
    ],
    [
      'action a relay host "lmtp://lo|calhost:24"\n',
      '"lmtp://localhost:24"',
      [
        "Sends to `localhost`, port 24.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- It speaks LMTP. In plain text, even where the server offers TLS.",
      ],
    ],
    [
      'action a relay host "tls://mail.ex|ample.org"\n',
      '"tls://mail.example.org"',
      ["smtpd cannot read `tls://mail.example.org`: it does not know the scheme. Mail for it waits until it expires."],
    ],
    [
      'action a relay host "smtp://me@mail.ex|ample.org"\n',
      '"smtp://me@mail.example.org"',
      [
        "smtpd cannot read `smtp://me@mail.example.org`: only `smtp+tls` and `smtps` take a label. Mail for it waits until it expires.",
      ],
    ],
    [
      'table routes { example.org = "smtp://mail.exam|ple.org:26" }\naction a relay domain <routes>\n',
      '"smtp://mail.example.org:26"',
      [
        "Sends to `mail.example.org`, port 26.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- TLS (STARTTLS) where the server offers it, without a look at the certificate; else plain text.",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("regular expressions", () => {
  test.each<Case>([
    [
      'match from any for domain regex "^mx[0-9]+\\.exam|ple\\.org$" reject\n',
      '"^mx[0-9]+\\.example\\.org$"',
      [
        "Matches a text that begins with `mx`, then one or more digits, and ends with `.example.org`.",
        "Upper and lower case are the same. It finds `mx0.example.org`, but not `xmx0.example.org`.",
      ],
    ],
    [
      'match from any for domain regex "exam|ple.org" reject\n',
      '"example.org"',
      [
        "Matches a text that contains `example`, then any character, then `org`.",
        "Upper and lower case are the same. It finds `example.org`. A dot without a backslash is any character: it finds `examplexorg` too.",
      ],
    ],
    [
      'match from any for domain regex "^(.*\\.)?exam|ple\\.(org||net)$" reject\n',
      '"^(.*\\.)?example\\.(org|net)$"',
      [
        "Matches a text that begins with optionally (anything, then `.`), then `example.`, and ends with `org` or `net`.",
        "Upper and lower case are the same. It finds `example.org`, but not `xexample.org`.",
      ],
    ],
    [
      'match from any helo regex { "^[0-9.|]+$", "(foo" } for any reject\n',
      '"^[0-9.]+$"',
      [
        "Matches a text that is one or more of `.` and `0` to `9`.",
        "Upper and lower case are the same. It finds `0`, but not `x0`.",
      ],
    ],
    [
      'match from any helo regex { "^[0-9.]+$", "(fo|o" } for any reject\n',
      '"(foo"',
      [
        'smtpd cannot compile this expression: the "(" has no ")" that closes it.',
        "So it never matches, and its negation always does.",
      ],
    ],
    [
      'match from any mail-from regex "^$|" for any reject\n',
      '"^$"',
      ["Matches a text that is empty.", "Upper and lower case are the same."],
    ],
    [
      'match from any mail-from regex "[^@a-z]{2,3}|" for any reject\n',
      '"[^@a-z]{2,3}"',
      [
        "Matches a text that contains 2 to 3 characters other than `@` and `a` to `z`.",
        "Upper and lower case are the same. It finds `00`.",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("addresses, numbers, texts", () => {
  test.each<Case>([
    [
      'action a maildir "/srv/%{dest.user[0]|}/x"\n',
      "%{dest.user[0]}",
      [
        "`%{dest.user[0]}`: The part before the [...]",
        "A part of it: character 0, counted from 0.",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `B`.",
      ],
    ],
    [
      'action a maildir "/srv/%{dest.domain[-3:]|}/x"\n',
      "%{dest.domain[-3:]}",
      [
        "`%{dest.domain[-3:]}`: The domain of the [...]",
        "A part of it: the last 3 characters.",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `org`.",
      ],
    ],
    [
      'action a maildir "/srv/%{user.username[0:1]|}/x"\n',
      "%{user.username[0:1]}",
      [
        "`%{user.username[0:1]}`: The name of the [...]",
        "A part of it: characters 0 to 1, counted from 0.",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `bo`.",
      ],
    ],
    [
      'action a maildir "/srv/%{rcpt.user[2:]|}/x"\n',
      "%{rcpt.user[2:]}",
      [
        "`%{rcpt.user[2:]}`: The part before the [...]",
        "A part of it: from character 2 on, counted from 0.",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `les+news`.",
      ],
    ],
    [
      'action a maildir "/srv/%{rcpt.user:strip,lower|case}/x"\n',
      "%{rcpt.user:strip,lowercase}",
      ["`strip,lowercase`: smtpd knows no such modifier, so that the delivery fails for good."],
    ],
    [
      'action a maildir "/srv/%{rcpt.us|er"\n',
      "%{rcpt.user",
      ["`rcpt.user`: It is not closed, so that the whole text stays as it is."],
    ],
    [
      'action a mda "x %{rcpt:raw|}"\n',
      "%{rcpt:raw}",
      [
        "`%{rcpt:raw}`: The recipient as the [...]",
        "- `raw`: Leaves out the escaping [...]",
        "- **7.9**: Only a restricted set [...]",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `Sales+news@example.org`.",
      ],
    ],
    ['match from rdns "*.exam|ple.org" for any reject\n', '"*.example.org"', ["Any text, compared as [...]"]],
    ["match from any auth jo|e for any reject\n", "joe", ["Any text, compared as [...]"]],
    [
      'action a lmtp "local|host:24"\n',
      '"localhost:24"',
      [
        "```smtpd-conf\nlmtp DESTINATION [rcpt-to]\n```",
        "Hands messages to an [...]",
        "- **6.6.4**: The sender is no [...]\n- **7.3**: The delivery runs as [...]\n- **7.5**: The delivery runs as [...]\n- **7.7**: A permanent refusal of [...]",
        "The absolute path of [...]",
      ],
    ],
    [
      "match from src 192.0.2|.0/24 for any reject\n",
      "192.0.2.0/24",
      ["An IPv4 network, from `192.0.2.0` to `192.0.2.255`: 256 addresses."],
    ],
    [
      "match from src { ::1, 10|.0.0.0/8 } for any reject\n",
      "10.0.0.0/8",
      ["An IPv4 network, from `10.0.0.0` to `10.255.255.255`: 16,777,216 addresses."],
    ],
    [
      "match from src 2001:db8|::/32 for any reject\n",
      "2001:db8::/32",
      ["An IPv6 network, from `2001:db8::` to `2001:db8:ffff:ffff:ffff:ffff:ffff:ffff`: 2^96 addresses."],
    ],
    ["match from src 192.0.2|.1 for any reject\n", "192.0.2.1", ["One IPv4 address, `192.0.2.1`."]],
    [
      "match from src mx.examp|le.org for any reject\n",
      "mx.example.org",
      ["`mx.example.org` is no address, so that it never matches one."],
    ],
    [
      'match from any for domain "*.exam|ple.org" reject\n',
      '"*.example.org"',
      ["Every name with one label before `example.org`, but not `example.org` itself."],
    ],
    ['match from any mail-from "@exam|ple.org" for any reject\n', '"@example.org"', ["Everybody at `example.org`."]],
    ["queue ttl 4|d\n", "4d", ["`4d` is 4 days, or 96 hours, or 345,600 seconds."]],
    ["bounce warn-interval 90|m\n", "90m", ["`90m` is 90 minutes, or 5,400 seconds."]],
    ["smtp max-message-size 35|M\n", "35M", ["`35M` is 36,700,160 bytes (35 mebibytes)."]],
    ["smtp max-message-size 10|00\n", "1000", ["`1000` is 1,000 bytes."]],
    ["listen on lo port 46|5\n", "465", ["`465`, called smtps in services(5). Where users hand in [...]"]],
    ["listen on lo port submis|sion\n", "submission", ["`submission`, port 587. Where users hand in [...]"]],
    ["listen on lo port 25|25\n", "2525", ["TCP port `2525`."]],
    ["listen on 0.0.0|.0\n", "0.0.0.0", ["All IPv4 addresses of [...]"]],
    ["listen on et|h0\n", "eth0", ["The interface `eth0`, or the addresses of the host of that name."]],
    [
      'filter f phase connect match !rdns disconnect "421 4.7|.0 Later"\n',
      '"421 4.7.0 Later"',
      [
        "`421`: a temporary failure, after which clients try again later. The server cannot go on, and hangs up.",
        "- `4.7.0`, the enhanced code: security or policy, without details.",
      ],
    ],
    [
      'filter f phase connect match !rdns disconnect "Go a|way"\n',
      '"Go away"',
      [
        "The client gets `421 Internal server error` in its place, and is disconnected: this is no reply of 4xx or 5xx.",
      ],
    ],
    [
      'action a mda "/bin/x %{dest.user:lower|case||strip}"\n',
      "%{dest.user:lowercase|strip}",
      [
        "`%{dest.user:lowercase|strip}`: The part before the [...]",
        "- `lowercase`: Turns capital letters into [...]\n- `strip`: Takes away the tag [...]",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `bob`.",
      ],
    ],
    ['action a maildir "~|/Mail"\n', "~", ["`~` is the home directory of the user whose mail is delivered."]],
    [
      'action a maildir "/srv/%{dest.us|r}"\n',
      "%{dest.usr}",
      ["`dest.usr`: smtpd knows no format specifier of this name, so that the delivery fails for good."],
    ],
    [
      'mda wrapper w "nice %{md|a}"\n',
      "%{mda}",
      [
        "`%{mda}`: In a wrapper, the [...]",
        "For mail from `alice@example.net` to `Sales+news@example.org`, an alias of `Bob@example.org`, it is `/usr/local/bin/deliver`.",
      ],
    ],
    [
      'pki mail.example.org cert "/etc/ssl/mail|.crt" key "/etc/ssl/mx.key"\n',
      '"/etc/ssl/mail.crt"',
      ["```smtpd-conf\ncert CERTFILE\n```", "The file with the [...]"],
    ],
    [
      'include "/etc/mail/mo|re.conf"\n',
      '"/etc/mail/more.conf"',
      [
        "The file [/etc/mail/more.conf](<file:///etc/mail/more.conf>).",
        "It is read in this place, with 2 statements of its own.",
      ],
      { files: { "/etc/mail/more.conf": "queue ttl 4d\nqueue compression\n" } },
    ],
    [
      'include "/etc/mail/mo|re.conf"\n',
      '"/etc/mail/more.conf"',
      ["The file `/etc/mail/more.conf` is not read: it is not there."],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("comments", () => {
  test.each<Case>([
    [
      "listen on eth0\naction out relay\n# smtpd-lint: disable-next-line open-re|lay -- a honeypot\nmatch from any for any action out\n",
      "# smtpd-lint: disable-next-line open-relay -- a honeypot",
      [
        "**smtpd-lint** is silent about this rule for the next line, which silences one finding.",
        "- `open-relay`: A rule relays mail from anybody to anywhere: spammers look for such servers, and find them within hours.",
        "Reason: a honeypot",
      ],
    ],
    [
      "# smtpd-lint: disable-fi|le\n",
      "# smtpd-lint: disable-file",
      ["**smtpd-lint** is silent about all rules for the whole file, and there is nothing that it silences."],
    ],
    ["# a comm|ent\nqueue ttl 4d\n", undefined, []],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("nothing", () => {
  test.each<Case>([
    ["| \nqueue ttl 4d\n", undefined, []],
    ["queue ttl 4d\n|", undefined, []],
    ["|", undefined, []],
    ["queue |\n", undefined, []],
    ["nonsense he|re\n", undefined, []],
    ["listen on lo { | }\n", undefined, []],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("half-typed and broken text", () => {
  test.each<Case>([
    [
      "match from any for dom|ain <\n",
      "domain",
      ["```smtpd-conf\nfor domain [regex] DOMAIN\n```", "Mail for these domains. [...]"],
    ],
    [
      'match from any for domain "*.exa|mple.org" ac\n',
      '"*.example.org"',
      ["Every name with one label before `example.org`, but not `example.org` itself."],
    ],
    [
      "action a rel|ay host\n",
      "relay",
      ["```smtpd-conf\nrelay\n```", "Sends messages on to [...]", "- **7.5**: A domain that says [...]"],
    ],
    [
      "action a relay host smtps://mail.exa|mple.org ta\n",
      "smtps://mail.example.org",
      [
        "Sends to `mail.example.org`, port 465, the default of the scheme.",
        "- The host itself is called: its addresses are looked up, its MX records are not.\n- TLS from the first byte on, with a valid certificate of the server.",
      ],
    ],
    [
      "listen on lo por|t\n",
      "port",
      [
        "```smtpd-conf\nport PORT\n```",
        "The TCP port to [...]",
        "Without it: 25, or 465 with smtps.",
        "- **6.6.0**: The reserved words `smtp` [...]",
      ],
    ],
    ["listen on et|h0 port\n", "eth0", ["The interface `eth0`, or the addresses of the host of that name."]],
    ["listen on lo tls pki nowh|ere auth <\n", "nowhere", ["**Certificate** `nowhere`: no statement defines it."]],
    [
      "table staff { a }\nmatch from any for domain <sta|ff\n",
      "staff",
      [
        "**Table** `staff`: a list on [line 1](<file:///etc/mail/smtpd.conf#L1>).",
        "It has 1 entry: `a`.",
        "Nothing uses it.",
      ],
    ],
    [
      "table sta|ff { a, \n",
      "staff",
      ["**Table** `staff`: its statement has a mistake, so that smtpd does not know it."],
    ],
    [
      "action out relay\nmatch from any for any reject action ou|t\n",
      "out",
      [
        "**Action** `out`: mail is sent to the mail exchangers (MX) of the domain.",
        "TLS is used where the server offers it, its certificate is not checked, and without TLS the mail goes in plain text.",
        "No rule chooses it.",
      ],
    ],
    [
      "filter f phase con|nect match\n",
      "connect",
      [
        "```smtpd-conf\nphase connect\n```",
        "When a client has [...]",
        "- Conditions: `fcrdns`, `rdns`, `src`.\n- Decisions: `reject`, `disconnect`, `rewrite`, `report`, `junk`, `bypass`.",
      ],
    ],
    [
      "queue ttl 4|w\n",
      "4w",
      [
        "```smtpd-conf\nqueue ttl DELAY\n```",
        "How long a message [...]",
        "Without it: 4d.",
        "A whole number from [...]",
      ],
    ],
    [
      "match from src 10.0.0.0/8|\n",
      "10.0.0.0/8",
      ["An IPv4 network, from `10.0.0.0` to `10.255.255.255`: 16,777,216 addresses."],
    ],
    ['x = "unterm|inated\n', undefined, []],
    [
      'match from any for any action "a"; reje|ct\n',
      "reject",
      [
        "```smtpd-conf\nmatch [CONDITION …] action NAME\nmatch [CONDITION …] reject\n```",
        "Chooses the action for [...]",
      ],
    ],
    ["accept from any for local deliver to mb|ox\n", undefined, []],
    ["queue ttl 4d\r\nsmtp max-message-size 3|5M\r\n", "35M", ["`35M` is 36,700,160 bytes (35 mebibytes)."]],
    [
      "match from any \\\n\tfor do|main example.org reject\n",
      "for domain",
      ["```smtpd-conf\nfor domain [regex] DOMAIN\n```", "Mail for these domains. [...]"],
    ],
    [
      "mat|ch from any for domain { example.org,\n\texample.net } reject\n",
      "match from any for domain { example.org,\n\texample.net } reject",
      [
        "**Rule 1** of 1: Mail from anybody, if the domain is example.org or example.net, is refused.",
        "```smtpd-conf\nmatch from any for domain { example.org, example.net } reject\n```",
        "Mail comes to it, for example from `somebody@elsewhere.example` to `somebody@example.org`, brought by a client at `203.0.113.9`, with the greeting `client.elsewhere.example`.",
      ],
    ],
    [
      'filter f phase mail-from match mail-from regex "@(ba|d" reject "550 no"\n',
      '"@(bad"',
      [
        'smtpd cannot compile this expression: the "(" has no ")" that closes it.',
        "So it never matches, and its negation always does.",
      ],
    ],
    [
      'smtp ciphers "HIG|H"\n',
      '"HIGH"',
      [
        "```smtpd-conf\nsmtp ciphers CONTROL\n```",
        "The TLS ciphers of [...]",
        "Without it: the library's own list.",
        "- **7.3**: Listeners and relays can [...]",
        "A cipher list in [...]",
      ],
    ],
    [
      "pki mail.example.org dhe au|to\n",
      "auto",
      ["```smtpd-conf\ndhe MODE\n```", "The size of the [...]", "Without it: none.", "One of `none`, `auto` [...]"],
    ],
    ["smtp limit max-mails 10 max-bogus 1|0\n", undefined, []],
    [
      "mta limit inet4 max-conn-per-host 1|0\n",
      "max-conn-per-host 10",
      ["```smtpd-conf\nmta limit max-conn-per-host NUMBER\n```", "How many connections to [...]", "Without it: 10."],
    ],
    [
      "match from any for local action a match fo|r any action b\n",
      "for",
      [
        "```smtpd-conf\nmatch [CONDITION …] action NAME\nmatch [CONDITION …] reject\n```",
        "Chooses the action for [...]",
      ],
    ],
  ])("%j", (...row) => expectHover(...(row as unknown as Case)));
});

describe("clients and texts of all kinds", () => {
  test("plain text for clients that show no Markdown", () => {
    const text = 'table "*b|*" { "_a_" }\nmatch from any for domain <"*b*"> reject\n';
    const { kind, paragraphs } = hoverAt(text, { client: { markdown: false } });
    expect(kind).toBe("plaintext");
    expect(paragraphs).toEqual([
      "Table `*b*`: a list on line 1.",
      "It has 1 entry: `_a_`.",
      "Used by:",
      "- rule 1: `for domain DOMAIN`",
    ]);
  });

  test("a rule in an included file leads to the file that covers it", () => {
    const root = { path: "smtpd.conf", text: 'action a mbox\nmatch for local action a\ninclude "rules.conf"\n' };
    const { paragraphs } = hoverAt("mat|ch for local action a\n", { path: "rules.conf", root });
    expect(paragraphs).toContain(
      "**Never reached**: [rule 1](<file:///etc/mail/smtpd.conf#L2>) takes all the mail that could come to it.",
    );
  });

  test("a name in another file is linked to by line and file", () => {
    const files = { "names.conf": "table staff { a }\n" };
    const { paragraphs } = hoverAt('include "names.conf"\nmatch from any for domain <st|aff> reject\n', { files });
    expect(paragraphs[0]).toBe(
      "**Table** `staff`: a list on [line 1 of names.conf](<file:///etc/mail/names.conf#L1>).",
    );
  });

  test("a macro of the command line", () => {
    const { paragraphs } = hoverAt("listen on $ifa|ce\n", { definitions: ["iface=eth0"] });
    expect(paragraphs[0]).toBe("**Macro** `iface`, defined on the command line.");
  });

  test("what a template fills in is shown as it is written there", () => {
    const text = 'action "{{ name }}" relay host smtp://{{ relay_host }}:25\nmatch for any action "{{ na|me }}"\n';
    expect(hoverAt(text, { template: "jinja" }).paragraphs.slice(0, 2)).toEqual([
      '```smtpd-conf\naction "{{ name }}" relay host smtp://{{ relay_host }}:25\n```',
      "**Action** `{{ name }}`: mail is sent to {{ relay\\_host }} (port 25).",
    ]);
  });

  test("a huge table file is counted up to a bound", () => {
    const files = { "/etc/mail/huge": "example.org\n".repeat(20_000) };
    const { paragraphs } = hoverAt("table hu|ge file:/etc/mail/huge\n", { files });
    expect(paragraphs[1]).toMatch(/^It has more than 5000 entries: `example\.org`/);
  });

  test("beyond three hundred rules nothing is proven for a hover", () => {
    const text = `action a mbox\n${"match for local action a\n".repeat(400)}mat|ch for local action a\n`;
    expect(hoverAt(text).paragraphs).toHaveLength(3);
  });
});
