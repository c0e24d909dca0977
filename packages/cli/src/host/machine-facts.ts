import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { networkInterfaces, hostname as systemName } from "node:os";
import type { MachineFacts } from "smtpd-conf";
import type { Locate } from "../included-files.ts";

/** Where the smtpd of some system looks for its name: OpenBSD, Debian, FreeBSD and what was built by hand. */
const nameFiles = ["/etc/mail/mailname", "/etc/mailname", "/usr/local/etc/mail/mailname", "/usr/local/etc/mailname"];

/** What smtpd asks of this machine when it starts. */
export function readMachineFacts(): MachineFacts {
  const hostname = readServerName((path) => path) ?? fullName(systemName());
  return { hostname, addresses: ownAddresses() };
}

/** The first line of `mailname` in a tree of files (`getmailname()` in util.c); undefined where it has none. */
export function readServerName(locate: Locate): string | undefined {
  for (const file of nameFiles) {
    const place = locate(file);
    const name = place === undefined ? "" : firstLine(place);
    if (name !== "") return name;
  }
  return undefined;
}

function firstLine(place: string): string {
  try {
    return readFileSync(place, "utf8").split("\n", 1)[0] ?? "";
  } catch {
    return "";
  }
}

/** A name without a dot is looked up for the whole one, which `hostname -f` does as smtpd does it. */
function fullName(name: string): string {
  if (name.includes(".")) return name;
  const { status, stdout } = spawnSync("hostname", ["-f"], { encoding: "utf8", timeout: 5000 });
  return (status === 0 && stdout.trim()) || name;
}

/** The addresses of all interfaces, those that are only valid on a link with their zone: `fe80::1%em0`. */
function ownAddresses(): readonly string[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map(({ address }) =>
      /^fe[89ab]/i.test(address) && !address.includes("%") ? `${address}%${name}` : address,
    ),
  );
}
