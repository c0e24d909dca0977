import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "public-filter-return-port";

/** A scanner on port 10027 that hands mail back at the listener. */
function withScanner(listener: string, { host = "smtp://127.0.0.1:10027", tag = "CLEAN" } = {}): string {
  return `listen on 0.0.0.0
${listener}
action scan relay host "${host}"
action deliver mbox
match tag ${tag} from any for domain example.org action deliver
match from any for domain example.org action scan
`;
}

describe("reports", () => {
  test.each([
    "listen on <|0.0.0.0|> port 10028 tag CLEAN",
    "listen on <|em0|> port 10028 tag clean",
    "listen on <|203.0.113.1|> port 10028 tag CLEAN tls pki p",
  ])("%j", (listener) => expectMarked(code, `pki p cert "/c" key "/k"\n${withScanner(listener)}`));

  test.each(["localhost:10027", "smtp://[::1]:10027", "lmtp://localhost:24", "smtp://127.0.0.1"])("host %s", (host) =>
    expectMarked(code, withScanner("listen on <|em0|> port 10028 tag CLEAN", { host })),
  );
});

describe("is silent about", () => {
  test.each([
    "listen on lo port 10028 tag CLEAN",
    "listen on 10.0.0.1 port 10028 tag CLEAN",
    "listen on em0 port 10028",
    "listen on em0 port 10028 tag OTHER",
    "listen on em0 port 587 tag CLEAN",
    "listen on em0 port 10028 tls-require pki p auth tag CLEAN",
  ])("%j", (listener) => expectSilent(code, `pki p cert "/c" key "/k"\n${withScanner(listener)}`));

  test("a relay to another machine", () =>
    expectSilent(code, withScanner("listen on em0 port 10028 tag CLEAN", { host: "smtp://mail.example.org" })));

  test("a rule that excludes the tag", () =>
    expectSilent(
      code,
      "listen on em0 port 10028 tag T\naction a relay host localhost:1\nmatch !tag T for any action a\n",
    ));
});

test("says what can be done", () =>
  expectMessage(code, withScanner("listen on em0 port 10028 tag CLEAN"), {
    message: 'Anybody can hand in mail here, and the tag "CLEAN" lets it pass as already scanned.',
    help: 'Listen on the loopback: write "127.0.0.1" or "localhost" here.',
  }));
