import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { networkInterfaces } from "node:os";
import type { AddressFamily } from "smtpd-conf";

/** The address families of each interface that is up. */
export type Interfaces = ReadonlyMap<string, ReadonlySet<AddressFamily>>;

export function readInterfaces(): Interfaces {
  const found = new Map<string, Set<AddressFamily>>();
  for (const [name, addresses = []] of Object.entries(networkInterfaces())) {
    found.set(name, new Set(addresses.map(({ family }) => (family === "IPv6" ? "inet6" : "inet4"))));
  }
  return found;
}

/** Whether an interface (or a group of them, where the system has groups) has an address, of this family where one is given. */
export function hasInterface(interfaces: Interfaces, name: string, family: AddressFamily | undefined): boolean {
  const families = interfaces.get(name) ?? familiesOfHidden(name);
  return family === undefined ? families.size > 0 : families.has(family);
}

const couldBeName = /^[A-Za-z][\w.-]{0,15}$/;

/**
 * The families of an interface that Node does not list: one without a link, which smtpd takes all the same, or a group.
 * Empty where there is none of that name.
 */
function familiesOfHidden(name: string): ReadonlySet<AddressFamily> {
  if (!couldBeName.test(name)) return new Set();
  if (process.platform === "linux") {
    return existsSync(`/sys/class/net/${name}`)
      ? familiesIn(run("ip", "-o", "address", "show", "dev", name))
      : new Set();
  }
  return familiesIn(run("ifconfig", name));
}

/** What a program prints; nothing where it fails. */
function run(program: string, ...parameters: string[]): string {
  const { status, stdout } = spawnSync(program, parameters, { encoding: "latin1", timeout: 5000 });
  return status === 0 ? stdout : "";
}

/** The families of the addresses that ip(8) or ifconfig(8) lists. */
export function familiesIn(listing: string): ReadonlySet<AddressFamily> {
  const families = new Set<AddressFamily>();
  if (/\binet /.test(listing)) families.add("inet4");
  if (/\binet6 /.test(listing)) families.add("inet6");
  return families;
}
