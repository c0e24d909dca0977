import { buildModel, buildRuleset, decide, type Envelope, parseConfiguration, plainEnvelope } from "smtpd-conf";
import { expect, test } from "vitest";
import { describeMiss } from "./describe-miss.ts";

const stranger: Envelope = { ...plainEnvelope, source: "192.0.2.1", rcptTo: "anna@example.org" };
const socket: Envelope = { ...stranger, source: "local", authenticated: true };

/** Why a rule with these conditions does not match. */
function reasonOf(conditions: string, envelope: Envelope): string {
  const text = `action "a" relay\nmatch ${conditions} action "a"\n`;
  const ruleset = buildRuleset(buildModel(parseConfiguration({ path: "smtpd.conf", text })));
  const [miss] = decide(ruleset, envelope).misses;
  if (miss === undefined) throw new Error("the rule matches");
  return describeMiss(miss, envelope);
}

test.each<[conditions: string, envelope: Envelope, reason: string]>([
  ["for any", stranger, 'A rule without "from" takes mail from this machine alone, and the client is 192.0.2.1.'],
  [
    "from any",
    stranger,
    'A rule without "for" takes mail for the names of this machine alone, and the domain of the recipient is "example.org".',
  ],
  ["from local for any", stranger, "The client is 192.0.2.1."],
  ["! from local for any", socket, "The mail comes through the socket."],
  ["from socket for any", stranger, "The client is 192.0.2.1."],
  ["! from socket for any", socket, "The mail comes through the socket."],
  ["from rdns for any", stranger, "The address of the client has no name."],
  ['from rdns "a" for any', stranger, "The address of the client has no name."],
  [
    '! from rdns "a" for any',
    stranger,
    "The address of the client has no name, which matches neither a name nor the negation of one.",
  ],
  ["! from rdns for any", { ...stranger, rdns: "b.example" }, 'The address of the client is called "b.example".'],
  ['from rdns "a" for any', { ...stranger, rdns: "b.example" }, 'The address of the client is called "b.example".'],
  ['from any for domain "a"', stranger, 'The domain of the recipient is "example.org".'],
  ['tag "A" from any for any', stranger, "The listener has no tag."],
  ['tag "A" from any for any', { ...stranger, tag: "B" }, 'The tag of the listener is "B".'],
  ['helo "a" from any for any', stranger, "There is no HELO name."],
  ['helo "a" from any for any', { ...stranger, helo: "b" }, 'The HELO name is "b".'],
  ["from auth for any", stranger, "The client has not logged in."],
  ['from auth "a" for any', stranger, "The client has not logged in."],
  ["! auth from any for any", { ...stranger, authenticated: true }, "The client has logged in."],
  ["! auth for any", socket, "Sessions on the socket count as logged in."],
  ['auth "a" for any', socket, "Sessions on the socket have no user."],
  ['from auth "a" for any', { ...stranger, authenticated: true, username: "b" }, 'The client has logged in as "b".'],
  ['from mail-from "a" for any', stranger, "The sender is empty, as bounces have it."],
  ['from mail-from "a" for any', { ...stranger, mailFrom: "b@c.example" }, 'The sender is "b@c.example".'],
  ['from any for rcpt-to "a"', stranger, 'The recipient is "anna@example.org".'],
])("match %s", (conditions, envelope, reason) => expect(reasonOf(conditions, envelope)).toBe(reason));
