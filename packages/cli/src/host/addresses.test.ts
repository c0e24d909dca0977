import type { AddressFamily } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { openAddresses } from "./addresses.ts";
import { familiesIn, type Interfaces } from "./interfaces.ts";

const interfaces: Interfaces = new Map<string, ReadonlySet<AddressFamily>>([
  ["lo", new Set<AddressFamily>(["inet4", "inet6"])],
  ["wan7", new Set<AddressFamily>(["inet4"])],
]);

/** A machine with two interfaces, and a resolver that knows `mail`, by IPv4 alone. */
function machine(asked: string[] = []) {
  const lookup = async (name: string, family: AddressFamily | undefined) => {
    asked.push(`${name} ${family}`);
    return name === "mail" && family !== "inet6";
  };
  return openAddresses(lookup, interfaces);
}

describe("without a look-up", () => {
  test.each([
    ["lo", undefined, true],
    ["lo", "inet6", true],
    ["wan7", "inet4", true],
    ["192.0.2.1", undefined, true],
    ["192.0.2.1", "inet6", true],
    ["2001:db8::1", undefined, true],
    ["::1", "inet4", true],
    ["::ffff:192.0.2.1", undefined, true],
    ["fe80::1%lo", undefined, true],
    ["fe80::1%2", undefined, true],
    ["fe80::1%nosuch7", undefined, false],
    ["::1%lo", undefined, false],
    ["::1%lo", "inet4", true],
    ["", undefined, false],
  ] as const)("%j with %s: %s", async (address, family, expected) => {
    const asked: string[] = [];
    const addresses = machine(asked);
    expect(addresses.resolves(address, family)).toBe(expected);
    expect(await addresses.settle()).toBe(false);
    expect(asked).toEqual([]);
  });
});

describe("with one", () => {
  test.each([
    ["mail", undefined, true],
    ["mail", "inet6", false],
    ["nosuch", undefined, false],
    ["wan7", "inet6", false],
    ["127.1", undefined, false],
    ["[::1]", undefined, false],
  ] as const)("%j with %s: %s", async (address, family, expected) => {
    const addresses = machine();
    expect(addresses.resolves(address, family)).toBe(true);
    expect(await addresses.settle()).toBe(true);
    expect(addresses.resolves(address, family)).toBe(expected);
    expect(await addresses.settle()).toBe(false);
  });

  test("asks for the name without the family, too", async () => {
    const asked: string[] = [];
    const addresses = machine(asked);
    addresses.resolves("mail", "inet6");
    await addresses.settle();
    expect(asked).toEqual(["mail inet6", "mail undefined"]);
    expect(addresses.resolves("mail", undefined)).toBe(true);
  });
});

test("the system's own resolver knows this machine", async () => {
  const addresses = openAddresses();
  addresses.resolves("localhost", undefined);
  addresses.resolves("nosuch name", undefined);
  await addresses.settle();
  expect(addresses.resolves("localhost", undefined)).toBe(true);
  expect(addresses.resolves("nosuch name", undefined)).toBe(false);
});

test.each([
  ["3: eth1    inet 192.0.2.2/24 brd 192.0.2.255 scope global eth1\\ valid_lft forever\n", ["inet4"]],
  ["3: eth1    inet6 fe80::1/64 scope link \\ valid_lft forever\n", ["inet6"]],
  [
    "em0: flags=808843<UP>\n\tinet 192.0.2.2 netmask 0xffffff00\n\tinet6 fe80::1%em0 prefixlen 64\n",
    ["inet4", "inet6"],
  ],
  ["", []],
])("the families in %j are %j", (listing, families) => expect([...familiesIn(listing)]).toEqual(families));
