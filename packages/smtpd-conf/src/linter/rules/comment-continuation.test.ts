import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "comment-continuation";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `# x <|\\|>\nlisten on lo\n${rest}`,
    `#x<|\\|>\n  listen on lo \\\n  port 25\n${rest}`,
    `# x \\\n# y <|\\|>\nlisten on lo\n${rest}`,
    `listen on lo # x <|\\|>\nlisten on lo0\n${rest}`,
    `# x <|\\|>\npki p cert "/c" key "/k"\n${rest}`,
    `# x <|\\|>\nmatch for any reject\nnonsense\n`,
    `# x <|\\|>\nmatch for domain $d reject\n${rest}`,
    `# x <|\\|>\ninclude "/x"\n${rest}`,
    `${rest}# x <|\\|>\nqueue ttl 4d`,
    `# x <|\\|>\nqueue ttl 4d \\\n# y <|\\|>\nqueue ttl 5d\n${rest}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `# x\nlisten on lo\n${rest}`,
    `# x \\\n\n${rest}`,
    `# x \\\n  # y\n${rest}`,
    `# match for any \\\n  action a\n${rest}`,
    `# listen on lo tls \\\n  pki p\n${rest}`,
    `# filter f phase connect \\\n  match !rdns reject "550 x"\n${rest}`,
    `# table t { a = b, \\\n  c = d }\n${rest}`,
    `# action r relay \\\n  srs\n${rest}`,
    `# x \\\nplain words\n${rest}`,
    `# x \\ \nlisten on lo\n${rest}`,
    `listen on lo \\\n  port 25\n${rest}`,
    rest,
  ])("%j", (text) => expectSilent(code, text));
});

test("shows the line that is lost", () => {
  const text = `# x \\\nlisten on lo\n${rest}`;
  expectMessage(code, text, {
    message:
      "This backslash makes the next line a part of the comment, so that smtpd does not see the statement there.",
    help: "Remove the backslash, or write # before the next line as well.",
  });
  expectRelated(code, `# x \\\n<|listen on lo|>\n${rest}`);
});

test("suggests to remove the backslash", () => {
  expectFixed(code, `# x\\\nlisten on lo\n${rest}`, `# x\nlisten on lo\n${rest}`);
});
