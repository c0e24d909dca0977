import { expect, test } from "vitest";
import type { ListenDirective } from "../parser/ast/nodes.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { type Listener, listenerOf } from "./listener.ts";

function listenerIn(text: string): Listener {
  return listenerOf(parseConfiguration({ path: "smtpd.conf", text }).lines.at(-1) as ListenDirective);
}

test.each<[string, Listener["exposure"]]>([
  ["socket", "socket"],
  ["lo", "loopback"],
  ["lo0", "loopback"],
  ["localhost", "loopback"],
  ["127.0.0.1", "loopback"],
  ['"::1"', "loopback"],
  ["10.0.0.1", "private"],
  ["172.16.0.1", "private"],
  ["172.32.0.1", "public"],
  ["192.168.1.1", "private"],
  ["100.64.0.1", "private"],
  ["169.254.0.1", "private"],
  ['"fd00::1"', "private"],
  ['"fe80::1%em0"', "private"],
  ["wg0", "private"],
  ["docker0", "private"],
  ["tun.example.org", "public"],
  ["0.0.0.0", "public"],
  ['"::"', "public"],
  ["em0", "public"],
  ["egress", "public"],
  ["mail.example.org", "public"],
  ["203.0.113.1", "public"],
])("listen on %s can be reached from: %s", (address, exposure) => {
  expect(listenerIn(`listen on ${address}`).exposure).toBe(exposure);
});

test.each<[string, number | undefined]>([
  ["", 25],
  ["smtps pki p", 465],
  ["port 2525", 2525],
  ["port smtp", 25],
  ["port smtps", 465],
  ["port submission", 587],
  ["port www", undefined],
  ["port 25 smtps pki p", 25],
])("listen on em0 %s has port %s", (options, port) => {
  expect(listenerIn(`listen on em0 ${options}`).port).toBe(port);
});

test("has all that the statement says", () => {
  const text = "listen on em0 tls-require pki p auth tag T filter { a, b } proxy-v2";
  const { tls, auth, tag, filters, proxied } = listenerIn(text);
  expect({ tls, auth, tag, proxied }).toEqual({ tls: "tls-require", auth: "required", tag: "T", proxied: true });
  expect(filters.map(({ value }) => value)).toEqual(["a", "b"]);
});

test("has nothing that the statement does not say", () => {
  expect(listenerIn("listen on socket")).toMatchObject({
    port: undefined,
    tls: "none",
    auth: "none",
    tag: "",
    filters: [],
    proxied: false,
  });
});

test("knows optional logins", () => expect(listenerIn("listen on em0 auth-optional").auth).toBe("optional"));
