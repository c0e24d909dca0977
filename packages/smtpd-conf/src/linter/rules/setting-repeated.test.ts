import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "setting-repeated";
const rest = "action a mbox\nmatch for local action a\n";

describe("reports", () => {
  test.each([
    `<|queue ttl 4d|>\nqueue ttl 5d\n${rest}`,
    `<|admd a|>\n<|admd b|>\nadmd c\n${rest}`,
    `<|bounce warn-interval 1h, 2h|>\nbounce warn-interval 1d\n${rest}`,
    `smtp limit <|max-rcpt 200|> max-rcpt 300\n${rest}`,
    `mta limit <|inet4|>\nmta limit inet6\n${rest}`,
    `mta limit for domain d <|task-lowat 1|>\nmta limit for domain d task-lowat 2\n${rest}`,
    `mda wrapper v x\nmda wrapper w x\naction a maildir <|wrapper v|> wrapper w\nmatch for local action a\n`,
    `<|srs key a|>\nsrs key b\naction r relay srs\nmatch for any action r\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `queue ttl 4d\nsrs ttl 4d\n${rest}`,
    `srs key a\nsrs key backup b\n${rest}`,
    `mda wrapper w x\naction a maildir wrapper w\naction b maildir wrapper w\nmatch for local action a\n`,
    `queue compression\nqueue compression\n${rest}`,
    `mda limit task-lowat 1\nmta limit task-lowat 2\n${rest}`,
    `mta limit task-lowat 1\nmta limit for domain d task-lowat 2\nmta limit for domain e task-lowat 2\n${rest}`,
    `mta limit task-lowat 1\nmta limit for domain d task-hiwat 2\nmta limit task-lowat 3\n${rest}`,
  ])("%j", (text) => expectSilent(code, text));

  test("an included file that replaces a default", () => {
    expectSilent(code, `queue ttl 4d\ninclude "/q"\n${rest}`, { files: { "/q": "queue ttl 5d\n" } });
  });
});

test("points at the one that counts", () => {
  const text = `queue ttl 4d\nqueue ttl 5d\n${rest}`;
  expectMessage(code, text, {
    message: "This queue ttl is replaced by a later one.",
    help: "Only the last one counts: remove the other.",
  });
  expectRelated(code, `queue ttl 4d\n<|queue ttl 5d|>\n${rest}`);
  expectNoFix(code, text);
});
