import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "invalid-queue-key";
const key = "0123456789abcdef0123456789abcdef";

test("marks a key of another length", () => {
  expectMarked(code, 'queue encryption <|""|>\n');
  expectMarked(code, `queue encryption <|${key.slice(1)}|>\n`);
  expectMarked(code, `queue encryption <|"${key}0"|>\n`);
});

test("counts bytes, not characters", () => {
  expectSilent(code, `queue encryption "${key.slice(2)}ä"\n`);
  expectMarked(code, `queue encryption <|"${key.slice(2)}ää"|>\n`);
  expectSilent(code, `queue encryption "${key.slice(2)}ää"\n`, { encoding: "latin1" });
});

test("looks only at the last key", () => {
  expectSilent(code, `queue encryption short\nqueue encryption "${key}"\n`);
  expectMarked(code, `queue encryption "${key}"\nqueue encryption <|short|>\nqueue encryption\n`);
});

test("is content without a key", () => expectSilent(code, "queue encryption\nqueue compression\n"));

test("knows the words for the standard input", () => {
  expectMarked(code, "queue encryption <|stdin|>\n");
  expectMarked(code, 'queue encryption <|"-"|>\n');
  expectMessage(code, "queue encryption stdin\n", {
    message:
      'smtpd can read the key from its standard input, but `smtpd -n` takes "stdin" for a key that is too short.',
    help: 'Leave the word out: "queue encryption" alone asks for the key at the terminal.',
  });
});

test("does not print the key", () =>
  expectMessage(code, "queue encryption secret\n", {
    message: "The queue key has 6 bytes, and smtpd wants exactly 32.",
    help: "This makes a key of the right length: openssl rand -hex 16.",
  }));
