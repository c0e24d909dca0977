import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "plaintext-listener-password";
const hash = "$2b$10$abcdefghijklmnopqrstuv";

describe("reports", () => {
  test.each([
    "listen on lo tls auth { u = <|secret|> }",
    `listen on lo tls auth-optional { u = "${hash}", v = <|"v:secret"|> }`,
    "table t { u = <|secret|> }\nlisten on lo tls auth <t>\nlisten on lo tls auth <t>",
  ])("%j", (text) => expectMarked(code, text));

  test("a value of a file", () =>
    expectMarked(code, "table t file:/p\nlisten on lo tls auth <t>", {
      files: { "/p": `u ${hash}\nv <|secret|>\n` },
    }));
});

describe("is silent about", () => {
  test.each([
    `listen on lo tls auth { u = "${hash}", v = "v:${hash}", w = "$6$salt$abcdefgh" }`,
    'listen on lo tls auth { u = "rl.3StKT.4T8M", v = "_J9..rasmBYk8r9AiWNc" }',
    `listen on lo tls auth { u = "!${hash}", v = "*LK*", w = "*" }`,
    'listen on lo tls auth { u = "{PLAIN}secret", v = "<password>" }',
    'listen on lo tls auth { u = "{{ hash }}", v = "@HASH@", w = MAIL_HASH }',
    'action a relay host x auth { l = "u:secret" }',
    "match auth { u = secret } for any reject",
    "listen on lo tls auth { u, v }",
    "listen on lo tls auth",
  ])("%j", (text) => expectSilent(code, text));
});

test("does not repeat the password", () => {
  expectMessage(code, "listen on lo tls auth { u = secret }", {
    message: 'What stands behind "u" is no crypt(3) hash: it is no secret any more, and every login fails.',
    help: 'Write the hash that "smtpctl encrypt" prints.',
  });
  expectNoFix(code, "listen on lo tls auth { u = secret }");
});
