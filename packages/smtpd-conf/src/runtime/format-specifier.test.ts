import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { expandFormat, type FormatFaultReason, type FormatValues, parseFormat } from "./format-specifier.ts";

const values: FormatValues = {
  sender: { user: "Foo'Bar", domain: "Send.Example" },
  rcpt: { user: "alice+tag", domain: "example.org" },
  dest: { user: "alice", domain: "example.org" },
  username: "alice",
  directory: "/home/al*ice",
};

describe("parseFormat", () => {
  test("cuts a text into its parts", () => {
    const parts = parseFormat("~/a%%b%{dest.user}c%{RCPT[1:-2]:Strip|lowercase}", "7.9");
    expect(parts).toMatchObject([
      { kind: "home", start: 0, end: 1 },
      { kind: "text", value: "/a", start: 1, end: 3 },
      { kind: "text", value: "%", start: 3, end: 5 },
      { kind: "text", value: "b", start: 5, end: 6 },
      { kind: "specifier", info: { name: "dest.user" }, range: undefined, modifiers: [], start: 6, end: 18 },
      { kind: "text", value: "c", start: 18, end: 19 },
      {
        kind: "specifier",
        info: { name: "rcpt" },
        range: { begin: 1, end: -2 },
        modifiers: [
          { name: "strip", start: 32, end: 37 },
          { name: "lowercase", start: 38, end: 47 },
        ],
        start: 19,
        end: 48,
      },
    ]);
  });

  test.each<[marked: string, reason: FormatFaultReason, target?: Release]>([
    ["a/%{<|nope|>}", "name"],
    ["%{<||>}", "name"],
    ["%{<|rcpt[0|>}", "name"],
    ["%{<|rcpt:strip|>[0]}", "name"],
    ["%{rcpt:<|nope|>}", "modifier"],
    ["%{rcpt:<||>}", "modifier"],
    ["%{rcpt:lowercase|<|nope|>}", "modifier"],
    ["%{rcpt:<|lowercase,strip|>}", "modifier"],
    ["%{rcpt<|[]|>}", "range"],
    ["%{rcpt<|[a]|>}", "range"],
    ["%{rcpt<|[0:1:2]|>}", "range"],
    ["%{rcpt<|[9999]|>}", "range"],
    ["%{rcpt<|[0]:strip|>}", "range-and-modifier", "7.8"],
    ["%{sender} <|%{rcpt|>", "unclosed"],
    [`<|%{${"a".repeat(128)}}|>`, "unclosed"],
  ])("%j", (marked, reason, target) => {
    const text = marked.replace(/<\||\|>/g, "");
    const [fault] = parseFormat(text, target).filter(({ kind }) => kind === "fault");
    expect(fault).toMatchObject({ reason });
    const { start = 0, end = 0 } = fault ?? {};
    expect(`${text.slice(0, start)}<|${text.slice(start, end)}|>${text.slice(end)}`).toBe(marked);
  });

  test("reads on behind a fault, but not behind one that is not closed", () => {
    expect(parseFormat("%{a}%{b}").map(({ kind }) => kind)).toEqual(["fault", "fault"]);
    expect(parseFormat("%{a %{b").map(({ kind }) => kind)).toEqual(["fault"]);
  });

  test("takes a text between the range and the colon for nothing", () =>
    expect(parseFormat("%{rcpt[0]x}")).toMatchObject([{ kind: "specifier", range: { begin: 0, end: 0 } }]));
});

describe("expandFormat", () => {
  test.each<[text: string, expanded: string | undefined]>([
    ["~/Maildir/%{dest.domain[0]}", "/home/al*ice/Maildir/e"],
    ["x~/", "x~/"],
    ["%{sender}", "Foo:Bar@Send.Example"],
    ["%{sender.user[-3:-1]}", "Ba"],
    ["%{sender.user[9]}", undefined],
    ["%{sender.user[-9:]}", undefined],
    ["%{user.directory}", "/home/al*ice"],
    ["%{mda}", undefined],
    ["100%", "100%"],
    ["%{rcpt:strip} %{rcpt", "%{rcpt:strip} %{rcpt"],
    ["%{nope} %{rcpt", undefined],
    ["%{dest.domain}".repeat(100), undefined],
  ])("%j", (text, expanded) => expect(expandFormat(text, values)).toBe(expanded));

  test("takes a part together with modifiers from 7.9 on", () => {
    expect(expandFormat("%{rcpt.user[1:]:strip}", values, "7.9")).toBe("lice");
    expect(expandFormat("%{rcpt.user[1:]:strip}", values, "7.8")).toBeUndefined();
  });

  test("lets raw characters pass up to 7.8, and from 7.9 on only the percent sign", () => {
    const shell: FormatValues = { ...values, sender: { user: "a'b%c&d", domain: "x" } };
    expect(expandFormat("%{sender:raw}", shell, "7.8")).toBe("a'b%c&d@x");
    expect(expandFormat("%{sender:raw}", shell, "7.9")).toBe("a:b%c:d@x");
    expect(expandFormat("%{sender}", shell, "7.9")).toBe("a:b:c:d@x");
  });

  test("knows the null sender", () => {
    const bounce: FormatValues = { ...values, sender: { user: "", domain: "" } };
    expect(expandFormat("<%{sender}> %{sender.user[0]} %{mbox.from}", bounce)).toBe("<>  MAILER-DAEMON");
  });

  test("strips with the delimiter of the configuration", () =>
    expect(expandFormat("%{sender.user:strip}", { ...values, delimiter: "o" })).toBe("F"));
});
