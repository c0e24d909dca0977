import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "alias-target-becomes-user";

describe("reports", () => {
  test.each([
    'action a mbox alias { r = "<|alice@host_name.example|>" }',
    'action a mbox alias { r = "bob, <|alice@[192.0.2.1]|>" }',
    'action a mbox virtual { x@a.org = "<|alice@a@b|>" }',
    'action a mbox alias { r = "<|alice@münchen.example|>" }',
    'table t { r = "<|a@b_c|>" }\naction a mbox alias <t>\naction b mbox alias <t>',
  ])("%j", (text) => expectMarked(code, text));

  test("a value of a file", () =>
    expectMarked(code, "table t file:/a\naction a mbox alias <t>", {
      files: { "/a": "root: bob\nsales: bob, <|alice@a_b.example|>\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'action a mbox alias { r = "alice, bob@a-b.example, /x@y_z, |cat a@b_c, error:550 a@b_c" }',
    'action a mbox alias { r = "@a_b" }',
    'action a mbox alias { r = "user@<domain>" }',
    'action a mbox alias { r = "user@$domain" }',
    "action a mbox alias { a@b_c }",
    'listen on lo senders { a = "b@c_d" }',
  ])("%j", (text) => expectSilent(code, text));
});

test("names the user", () => {
  expectMessage(code, 'action a mbox alias { r = "alice@host_name.example" }', {
    message: '"alice@host_name.example" becomes the local user "alice": smtpd drops the domain "host_name.example".',
    help: "The domain of a target has letters, digits, dashes and dots only.",
  });
  expectNoFix(code, 'action a mbox alias { r = "alice@host_name.example" }');
});
