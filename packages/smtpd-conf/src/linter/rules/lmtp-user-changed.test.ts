import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "lmtp-user-changed";
const text = 'action a lmtp <|"/run/lmtp"|> rcpt-to\n';
const plain = text.replaceAll(/<\||\|>/g, "");

describe("reports", () => {
  test.each(["7.3", "7.4"] as const)("%s", (target) => expectMarked(code, text, { target }));
});

describe("is silent about", () => {
  test.each(["6.4.0", "6.8.0", "7.5", "7.9"] as const)("%s", (target) => expectSilent(code, plain, { target }));

  test.each(["action a lmtp localhost:24\n", 'action a lmtp "run/x"\n', 'action a mda "/run/lmtp"\n'])("%j", (other) =>
    expectSilent(code, other, { target: "7.4" }),
  );
});

test("says who needs to write to the socket", () => {
  expectMessage(
    code,
    plain,
    {
      message: "In this release the user of the daemon connects to the socket, and not the recipient.",
      help: "Let the daemon's user write to the socket. From 7.5 on recipients must be allowed to, as up to 6.8.",
    },
    { target: "7.4" },
  );
});
