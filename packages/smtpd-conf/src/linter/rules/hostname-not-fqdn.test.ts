import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "hostname-not-fqdn";
const rest = "match from local for any action a\n";
const local = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `action a relay helo <|mail|>\n${rest}`,
    `action a relay helo <|"localhost"|>\n${rest}`,
    `action a relay helo <|localhost.localdomain|>\n${rest}`,
    `action a relay helo <|"192.0.2.1"|>\n${rest}`,
    `action a relay helo <|"2001:db8::1"|>\n${rest}`,
    `action a relay host mail.example.org helo <|mail|>\n${rest}`,
    `table h db:/h\naction a relay host <h> helo <|mail|>\n${rest}`,
    `listen on 0.0.0.0 hostname <|mail|>\n${local}`,
    `listen on egress hostname <|localhost|>\n${local}`,
    `n = mail\naction a relay helo <|$n|>\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `action a relay helo mail.example.org\n${rest}`,
    `action a relay helo "[192.0.2.1]"\n${rest}`,
    `action a relay helo "[IPv6:2001:db8::1]"\n${rest}`,
    `action a relay helo "<hostname>"\n${rest}`,
    `action a relay helo "{{ name }}"\n${rest}`,
    `action a relay host mailhub helo mail\n${rest}`,
    `action a relay host { localhost, "10.0.0.1" } helo mail\n${rest}`,
    `listen on lo0 hostname mail\n${local}`,
    `listen on 10.0.0.1 hostname mail\n${local}`,
    `listen on 0.0.0.0 hostname mail.example.org\n${local}`,
    `match helo mail for local action a\naction a mbox\n`,
  ])("%j", (text) => expectSilent(code, text));
});

describe("says who is bothered, and what to write", () => {
  const refused = "servers that check the greeting refuse it.";
  const full = 'Write the whole name, such as "mail.example.org", which the DNS knows.';
  test.each([
    ["mail", `"mail" is no full host name: ${refused}`, full],
    ["localhost", `"localhost" is the name of every machine: ${refused}`, full],
    ["192.0.2.1", `The address 192.0.2.1 lacks its brackets: ${refused}`, 'Write "[192.0.2.1]".'],
    ["2001:db8::1", `The address 2001:db8::1 lacks its brackets: ${refused}`, 'Write "[IPv6:2001:db8::1]".'],
  ])("%j", (name, message, help) => expectMessage(code, `action a relay helo "${name}"\n${rest}`, { message, help }));

  test("of a listener", () =>
    expectMessage(code, `listen on 0.0.0.0 hostname mail\n${local}`, {
      message:
        '"mail" is no full host name: clients see it in the greeting, and it completes addresses without a domain.',
    }));
});
