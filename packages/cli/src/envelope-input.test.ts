import { loopbackOnly, newestRelease } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { type EnvelopeInput, envelopeFrom, parseEnvelope } from "./envelope-input.ts";

const machine = { ...loopbackOnly, hostname: "mx.example.org" };

function envelopeOf(input: Partial<EnvelopeInput>, target = newestRelease) {
  return envelopeFrom({ src: "192.0.2.1", rcptTo: "anna@example.org", ...input }, { target, machine });
}

describe("an envelope", () => {
  test("of a stranger has no more than an address", () => {
    expect(envelopeOf({})).toMatchObject({
      source: "192.0.2.1",
      rdns: undefined,
      helo: "",
      authenticated: false,
      username: "",
      tag: "",
      mailFrom: "",
      rcptTo: "anna@example.org",
      internal: false,
    });
  });

  test("has an address as smtpd writes it", () => {
    const sources = ["2001:DB8::0001", "[::1]", "0:0::1", "fe80::1%em0", "::ffff:192.0.2.1"];
    const written = sources.map((src) => envelopeOf({ src }));
    expect(written.map((envelope) => (typeof envelope === "string" ? envelope : envelope.source))).toEqual([
      "[2001:db8::1]",
      "[::1]",
      "[::1]",
      "[fe80::1%em0]",
      "[::ffff:192.0.2.1]",
    ]);
  });

  test("of a user counts as logged in", () => {
    expect(envelopeOf({ auth: "anna" })).toMatchObject({ authenticated: true, username: "anna" });
    expect(envelopeOf({ auth: "" })).toMatchObject({ authenticated: true, username: "" });
  });

  test("through the socket is what smtpd makes of it", () => {
    expect(envelopeOf({ src: "local", tag: "S" })).toMatchObject({
      source: "local",
      rdns: "mx.example.org",
      helo: "localhost",
      authenticated: true,
      username: "",
      tag: "S",
    });
  });

  test.each([{ rdns: "a.example" }, { auth: "anna" }, { tls: true }])("through the socket has no %j", (more) => {
    expect(envelopeOf({ src: "local", ...more })).toMatch(/^A source "local" has no name/);
  });

  test.each(["", "1.2.3", "1.2.3.4/24", "Local", "example.org", "[192.0.2.1]", "::1]"])("has no source %j", (src) =>
    expect(envelopeOf({ src })).toBe(`The source "${src}" is neither an IP address nor "local", which is the socket.`),
  );

  test.each([
    "",
    "anna",
    "@example.org",
    "anna@",
    "an na@example.org",
    "<anna@example.org>",
    "anna@[1.2.3]",
    "$a@b.example",
  ])("has no recipient %j", (rcptTo) =>
    expect(envelopeOf({ rcptTo })).toMatch(/^The recipient ".*" is not a mail address that smtpd takes/),
  );

  test("has a sender that the release takes, or none", () => {
    expect(envelopeOf({ mailFrom: "$a@b.example" }, "7.8")).toMatchObject({ mailFrom: "$a@b.example" });
    expect(envelopeOf({ mailFrom: "$a@b.example" })).toMatch(/^The sender /);
    expect(envelopeOf({ mailFrom: "" })).toMatchObject({ mailFrom: "" });
  });
});

describe("a line of JSON", () => {
  test("can say everything", () => {
    const line =
      '{"src":"::1","rdns":"a.example","helo":"b","tls":true,"auth":"c","tag":"d","mail_from":"","rcpt_to":"e@f"}';
    expect(parseEnvelope(line)).toEqual({
      src: "::1",
      rdns: "a.example",
      helo: "b",
      tls: true,
      auth: "c",
      tag: "d",
      mailFrom: "",
      rcptTo: "e@f",
    });
  });

  test("can leave out or void what is not known", () => {
    const input = parseEnvelope('{ "src": "local", "rdns": null, "auth": null, "rcpt_to": "e@f" }');
    expect(input).toEqual({ src: "local", mailFrom: undefined, rcptTo: "e@f" });
  });

  test.each([
    ["src=::1", "This is not JSON."],
    ["[1]", "This is not a JSON object."],
    ["null", "This is not a JSON object."],
    ['"x"', "This is not a JSON object."],
    ['{"rcpt_to":"e@f"}', '"src" is missing.'],
    ['{"src":"::1"}', '"rcpt_to" is missing.'],
    ['{"src":null,"rcpt_to":"e@f"}', '"src" is missing.'],
    ['{"src":1,"rcpt_to":"e@f"}', '"src" is not a string.'],
    ['{"src":"::1","tls":"yes","rcpt_to":"e@f"}', '"tls" is not a boolean.'],
    [
      '{"source":"::1","rcpt_to":"e@f"}',
      'There is no key "source"; the keys are src, rdns, helo, tls, auth, tag, mail_from, rcpt_to.',
    ],
    ['{"toString":"::1"}', /^There is no key "toString"/],
  ])("%s is none", (line, message) => {
    const said = parseEnvelope(line);
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
  });
});
