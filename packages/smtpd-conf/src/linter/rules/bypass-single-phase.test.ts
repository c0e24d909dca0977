import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "bypass-single-phase";
const trusted = "filter trusted phase connect match src 10.0.0.0/8 <|bypass|>\n";
const named = 'filter named phase connect match !rdns disconnect "550 no"\n';
const senders = 'filter froms phase mail-from match mail-from "@x.y" reject "550 no"\n';
const program = "filter program proc-exec rspamd\n";
const rest = "action z mbox\nmatch for local action z\n";

function listening(filters: string, ...lists: readonly string[]): string {
  return `${filters}${lists.map((list, index) => `listen on em${index} filter ${list}\n`).join("")}${rest}`;
}

function plain(text: string): string {
  return text.replaceAll(/<\||\|>/g, "");
}

describe("reports", () => {
  test.each([
    listening(trusted, "trusted"),
    listening(trusted + senders, "{ trusted, froms }"),
    listening(trusted + named, "{ named, trusted }"),
    listening(trusted + program, "{ program, trusted }"),
    listening(`${trusted + senders}filter c chain { trusted, froms }\n`, "c", "c"),
    listening(trusted + named, "trusted", "{ named, trusted }"),
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    listening(trusted + named, "{ trusted, named }"),
    listening(trusted + program, "{ trusted, program }"),
    listening(trusted + named, "trusted", "{ trusted, named }"),
    listening(trusted + named, "named"),
    listening(named, "named"),
  ])("%j", (text) => expectSilent(code, plain(text)));
});

test("names the phases that need one too", () =>
  expectMessage(code, plain(listening(trusted + senders, "{ trusted, froms }")), {
    message: '"bypass" skips the later filters of the phase "connect", and there are none.',
    help: 'To let these clients through, put a bypass in front of the filters of phase "mail-from" too.',
  }));

test("says where it belongs where there is no other phase", () =>
  expectMessage(code, plain(listening(trusted + named, "{ named, trusted }")), {
    help: "Put it in front of the filters of its phase, or leave it out.",
  }));
