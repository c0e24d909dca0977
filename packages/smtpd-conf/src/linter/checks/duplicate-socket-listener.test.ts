import { test } from "vitest";
import { expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "duplicate-socket-listener";

test("marks the word socket of each further statement", () =>
  expectMarked(code, "listen on socket\nlisten on <|socket|> mask-src\nlisten on <|socket|> tag A\n"));

test("marks one in an included file", () =>
  expectMarked(code, 'listen on socket\ninclude "more.conf"\n', {
    files: { "more.conf": "listen on <|socket|> mask-src\n" },
  }));

test("is content with one, and with any number of other listeners", () =>
  expectSilent(code, "listen on lo\nlisten on socket\nlisten on lo\n"));

test("does not take an interface of that name for the socket", () =>
  expectSilent(code, 'listen on "socket"\nlisten on socket\n'));

test("points at the first statement", () => expectRelated(code, "listen on <|socket|>\nlisten on socket\n"));

test("says why", () =>
  expectMessage(code, "listen on socket\nlisten on socket\n", {
    message: 'There is already a "listen on socket", and smtpd has only one local socket.',
    help: "Put all options into one statement.",
  }));
