import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "short-ttl";

describe("reports", () => {
  test.each([
    "queue ttl <|10m|>\n",
    'queue ttl <|"3599s"|>\n',
    "action a relay helo x ttl <|30m|>\n",
    't = "5m"\nqueue ttl <|$t|>\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "queue ttl 1h\n",
    "queue ttl 4d\n",
    "queue ttl 10\n",
    "action a maildir ttl 10m\n",
    "action a relay\n",
    "srs ttl 1d\n",
    "bounce warn-interval 10m\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says how often the message is tried", () => {
  const help = "Servers that are restarted or that greylist are back within hours: the default is 4d.";
  const ending = "smtpd gives up and sends a bounce: the message is";
  expectMessage(code, "queue ttl 5m\n", { message: `After 5m ${ending} not tried a second time.`, help });
  expectMessage(code, "queue ttl 20m\n", { message: `After 20m ${ending} tried twice in all.`, help });
  expectMessage(code, "queue ttl 30m\n", { message: `After 30m ${ending} tried three times in all.`, help });
});

test("minutes: how long mail should be able to wait", () => {
  expectSilent(code, "queue ttl 10m\n", { given: { minutes: 10 } });
  expectMarked(code, "queue ttl <|9m|>\n", { given: { minutes: 10 } });
  const given = { minutes: 1440 };
  expectMarked(code, "queue ttl <|23h|>\naction a relay ttl 1d\n", { given });
  const message = "After 12h smtpd gives up and sends a bounce: a server that is away for longer loses the message.";
  expectMessage(code, "queue ttl 12h\n", { message }, { given });
});
