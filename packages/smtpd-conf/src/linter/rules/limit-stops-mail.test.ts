import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "limit-stops-mail";

describe("reports", () => {
  test.each([
    "mda limit max-session <|0|>\n",
    "mda limit max-session-per-user <|0|> task-hiwat <|0|>\n",
    "smtp limit max-mails <|0|> max-rcpt 200\n",
    "mta limit max-conn-per-host 1 max-conn-per-route <|0|>\n",
    "mta limit for domain example.org session-mail-max <|00|>\n",
    "scheduler limit max-inflight <|0|> max-schedule <|0|>\n",
  ])("%j", (text) => expectMarked(code, text));

  test("max-rcpt up to 7.8, since 7.9 refuses it", () => {
    expectMarked(code, "smtp limit max-rcpt <|0|>\n", { target: "7.8" });
    expectSilent(code, "smtp limit max-rcpt 0\n", { target: "7.9" });
  });
});

describe("is silent about", () => {
  test.each([
    "mda limit max-session 1\n",
    "mta limit conn-delay-host 0 session-keepalive 0 max-failures-per-session 0\n",
    "mda limit task-lowat 0 task-release 0\n",
    "scheduler limit max-msg-batch-size 0\n",
    "mta max-deferred 0\n",
    "smtp limit max-mails -1\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what no longer happens", () => {
  expectMessage(code, "smtp limit max-mails 0\n", {
    message: 'With 0 for "max-mails" every message is refused.',
    help: "Write the largest number that this machine can bear, or leave the limit out for its default.",
  });
});
