import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "shared-maildir-path";
const rule = "match from any for domain d action a\n";
const two = '{ "alice@d" = alice, "bob@d" = bob }';

describe("reports", () => {
  test.each([
    `action a maildir <|"/var/mail/all"|>\n${rule}`,
    `action a maildir <|"/var/mail/all"|> junk alias { x = y }\n${rule}`,
    `action a maildir <|"/m/%{dest.domain}"|>\n${rule}`,
    `action a maildir <|"/m/%{sender}"|> virtual ${two}\n${rule}`,
    `table v file:/etc/v\naction a maildir <|"/m"|> virtual <v>\n${rule}`,
    `action a <|maildir|> user vmail\n${rule}`,
    `action a <|maildir|> junk virtual { "@d" = vmail } user vmail\n${rule}`,
    `action a maildir <|"/m"|>\nmatch for rcpt-to "x@d" action a\nmatch for local action a\n`,
    `action a maildir <|"/m"|>\nmatch for domain d !rcpt-to "x@d" action a\n`,
    `p = '"/m"'\naction a maildir <|$p|>\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));

  test("what the file of a table leads to", () => {
    const text = `table v file:/etc/v\naction a maildir <|"/m"|> virtual <v>\n${rule}`;
    expectMarked(code, text, { files: { "/etc/v": "alice@d alice\nbob@d bob\n" } });
    expectSilent(code, text.replaceAll(/<\||\|>/g, ""), { files: { "/etc/v": "alice@d alice\npostmaster@d alice\n" } });
  });
});

describe("is silent about", () => {
  test.each([
    `action a maildir\n${rule}`,
    `action a maildir "/m/%{dest.user}"\n${rule}`,
    `action a maildir "/m/%{rcpt:strip|lowercase}" user vmail\n${rule}`,
    `action a maildir "/m/%{dest.user[0]}/%{dest.user}"\n${rule}`,
    `action a maildir "%{user.directory}/x"\n${rule}`,
    `action a maildir "~/mail" user vmail\n${rule}`,
    `action a maildir "/m" virtual { "alice@d" = alice, "@d" = Alice }\n${rule}`,
    `action a maildir "/m" userbase { alice = "1:1:/" }\n${rule}`,
    'action a maildir "/m"\nmatch for domain d rcpt-to "x@d" action a\n',
    'action a maildir user vmail\nmatch for rcpt-to "x@d" action a\n',
    'action a maildir "/m"\naction b mbox\nmatch for local action b\n',
    `action a mda "/m"\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says where the mail ends up", () => {
  expectMessage(code, `action a maildir "/m"\n${rule}`, {
    message: "The path is the same for all recipients, so that their mail ends up in one maildir.",
    help: 'Put the recipient into the path, as in "/home/vmail/%{dest.domain}/%{dest.user}" or "~/Maildir".',
  });
  expectMessage(code, `action a maildir user vmail\n${rule}`, {
    message: 'Without a path, the mail of all recipients ends up in the Maildir of "vmail".',
    help: 'Write a path with the recipient in it, as in maildir "/home/vmail/%{dest.domain}/%{dest.user}".',
  });
});

test("points at the user", () => expectRelated(code, `action a maildir user <|vmail|>\n${rule}`));
