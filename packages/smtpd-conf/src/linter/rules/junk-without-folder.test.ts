import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "junk-without-folder";
const rule = "match for local action a\n";

describe("reports", () => {
  test.each([
    `filter f phase connect match !rdns <|junk|>\naction a maildir\n${rule}`,
    `action a maildir "~/m" user u\naction b relay\n${rule}filter f phase helo match helo x <|junk|>\n`,
    `filter f phase connect match !rdns <|junk|>\nfilter g phase helo match !fcrdns <|junk|>\naction a maildir\n${rule}`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `filter f phase connect match !rdns junk\naction a maildir junk\n${rule}`,
    `filter f phase connect match !rdns junk\naction a maildir\naction b maildir "/m" junk\n${rule}`,
    `filter f phase connect match !rdns junk\naction a maildir\naction b lmtp "/l"\n${rule}`,
    `filter f phase connect match !rdns junk\naction a mbox\n${rule}`,
    `filter f phase connect match !rdns junk\naction a relay\n${rule}`,
    `filter f phase connect match !rdns reject "550 no"\naction a maildir\n${rule}`,
  ])("%j", (text) => expectSilent(code, text));
});

test("says what junk does, and points at the maildir", () => {
  const text = `filter f phase connect match !rdns junk\naction a <|maildir "/m"|>\n${rule}`;
  expectRelated(code, text);
  expectMessage(code, text.replaceAll(/<\||\|>/g, ""), {
    message: 'Junk only gets the header "X-Spam: Yes", and no maildir of this configuration looks at it.',
    help: 'Write "junk" behind "maildir", and such mail goes to the folder ".Junk".',
  });
});
