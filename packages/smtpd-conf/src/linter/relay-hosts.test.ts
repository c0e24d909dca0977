import { describe, expect, test } from "vitest";
import { exposureOfHost } from "./relay-hosts.ts";

describe("a host", () => {
  test.each(["localhost", "127.0.0.1", "[::1]", "[IPv6:::1]", "mail.localhost"])("on this machine: %j", (host) =>
    expect(exposureOfHost(host)).toBe("loopback"),
  );
  test.each(["mailhub", "10.1.2.3", "[fd00::1]", "mail.lan", "mail.home.arpa", "mail.internal"])(
    "in the own network: %j",
    (host) => expect(exposureOfHost(host)).toBe("private"),
  );
  test.each(["mail.example.org", "192.0.2.1", "[2001:db8::1]", "locallan.example"])("elsewhere: %j", (host) =>
    expect(exposureOfHost(host)).toBe("public"),
  );
});
