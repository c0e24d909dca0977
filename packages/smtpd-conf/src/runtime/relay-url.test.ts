import { describe, expect, test } from "vitest";
import { parseRelayUrl, type RelayUrlFaultReason, splitRelayUrl } from "./relay-url.ts";

describe("a URL that can be read", () => {
  test.each<[url: string, scheme: string, label: string | undefined, host: string, port: number]>([
    ["mail.example.org", "smtp", undefined, "mail.example.org", 25],
    ["smtp://mail.example.org:2525", "smtp", undefined, "mail.example.org", 2525],
    ["SMTPS://Mail.example.org", "smtps", undefined, "Mail.example.org", 465],
    ["smtp+tls://office@mail.example.org:587", "smtp+tls", "office", "mail.example.org", 587],
    ["smtp+notls://192.0.2.1", "smtp+notls", undefined, "192.0.2.1", 25],
    ["lmtp://localhost:24", "lmtp", undefined, "localhost", 24],
    ["[2001:db8::1]:2525", "smtp", undefined, "[2001:db8::1]", 2525],
    ["smtps://anna:secret@mail.example.org", "smtps", "anna:secret", "mail.example.org", 465],
    ["smtps://anna@example.org@mail.example.org", "smtps", "anna", "example.org", 465],
    ["mail.example.org: +25", "smtp", undefined, "mail.example.org", 25],
    ["@mail.example.org", "smtp", undefined, "mail.example.org", 25],
  ])("%j", (url, scheme, label, host, port) => {
    const parsed = parseRelayUrl(url);
    expect(parsed).toMatchObject({ kind: "RelayUrl", label, host, port });
    expect(parsed).toHaveProperty("scheme.name", scheme);
  });
});

describe("a URL that cannot be read", () => {
  test.each<[url: string, reason: RelayUrlFaultReason]>([
    ["<|tls|>://mail.example.org", "scheme"],
    ["<|smtps+auth|>://office@mail.example.org", "scheme"],
    ["<|mail.example.org/http|>://x", "scheme"],
    ["<||>", "host"],
    ["smtp://<||>", "host"],
    ["<|*.example.org|>", "host"],
    ["smtp://<|::1|>", "brackets"],
    ["<|2001:db8::1|>", "brackets"],
    ["<|-mail.example.org|>", "host"],
    ["smtp://<|[::1|>", "host"],
    ["smtp://<|[mail]|>", "host"],
    ["<|mail.example.org.|>", "host"],
    ["mail.example.org:<|0|>", "port"],
    ["mail.example.org:<|65536|>", "port"],
    ["mail.example.org:<|smtp|>", "port"],
    ["mail.example.org:<||>", "port"],
    ["mail.example.org:<|25/x|>", "port"],
    ["smtp://mail.example.org:<|//x|>", "port"],
    ["lmtp://<|localhost|>", "no-port"],
    ["lmtp://<|/var/run/lmtp|>", "host"],
    ["<|office|>@mail.example.org", "label"],
    ["smtp+notls://<|anna:secret|>@mail.example.org", "label"],
    [`<|${"a".repeat(1024)}|>`, "too-long"],
  ])("%j", (marked, reason) => {
    const url = marked.replace(/<\||\|>/g, "");
    const fault = parseRelayUrl(url);
    expect(fault).toMatchObject({ kind: "RelayUrlFault", reason });
    if (fault.kind !== "RelayUrlFault") return;
    const { start, end } = fault;
    expect(`${url.slice(0, start)}<|${url.slice(start, end)}|>${url.slice(end)}`).toBe(marked);
  });
});

test("what stands behind the host is cut off", () => {
  expect(splitRelayUrl("mail.example.org/x").rest).toEqual({ text: "/x", start: 16, end: 18 });
  expect(splitRelayUrl("mail.example.org x").rest?.text).toBe(" x");
  expect(splitRelayUrl("smtps://a@b@mail").rest?.text).toBe("@mail");
  expect(splitRelayUrl("mail.example.org:25").rest).toBeUndefined();
});
