import { test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "auth-without-host";
const table = 'table secrets { office = "anna:secret" }\n';

test("marks auth with its table", () =>
  expectMarked(code, `${table}action "out" relay <|auth <secrets>|>\nmatch for any action "out"\n`));

test("marks auth among other options", () =>
  expectMarked(code, `${table}action "out" relay tls <|auth <secrets>|> helo mail.example.org\n`));

test("takes backup for no host", () => expectMarked(code, `${table}action "out" relay backup <|auth <secrets>|>\n`));

test("marks the macro that auth comes from", () =>
  expectMarked(code, `${table}login = "auth <secrets>"\naction "out" relay <|$login|>\n`));

test("is content with a host", () =>
  expectSilent(code, `${table}action "out" relay host "smtps://office@mail.example.org" auth <secrets>\n`));

test("is content with a domain table", () =>
  expectSilent(code, `${table}action "out" relay domain { a = b } auth <secrets>\n`));

test("leaves a host that comes too late to option-order", () =>
  expectSilent(code, `${table}action "out" relay auth <secrets> host "smtps://office@mail.example.org"\n`));

test("shows the whole of it in the help", () =>
  expectMessage(code, `${table}action "out" relay auth <secrets>\n`, {
    message: '"auth" is given without "host": smtpd would not know where to log in.',
    help: 'Name the host before it, with the label of its password: host "smtps://label@mail.example.org" auth <secrets>.',
  }));
