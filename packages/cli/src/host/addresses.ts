import { isIPv4, isIPv6 } from "node:net";
import type { AddressFamily } from "smtpd-conf";
import { hasInterface, type Interfaces, readInterfaces } from "./interfaces.ts";

/** What `listen on` can name on this machine. Host names are looked up on the side: `resolves` cannot wait. */
export interface Addresses {
  readonly interfaces: readonly string[];
  /** Whether smtpd finds an address. A host name that was not looked up yet counts as found, and is noted. */
  readonly resolves: (address: string, family: AddressFamily | undefined) => boolean;
  /** Looks up the names that were noted; whether there were any, so that it is worth asking again. */
  readonly settle: () => Promise<boolean>;
}

/** Looks up a host name as getaddrinfo(3) does. */
export type Lookup = (name: string, family: AddressFamily | undefined) => Promise<boolean>;

interface Question {
  readonly name: string;
  readonly family: AddressFamily | undefined;
}

export function openAddresses(lookup: Lookup = systemLookup, interfaces: Interfaces = readInterfaces()): Addresses {
  const answers = new Map<string, boolean>();
  const open = new Map<string, Question>();
  const ask = async ({ name, family }: Question) => void answers.set(keyOf(name, family), await lookup(name, family));
  return {
    interfaces: [...interfaces.keys()],
    resolves: (name, family) => {
      const known = knownWithoutLookup(name, family, interfaces) ?? answers.get(keyOf(name, family));
      if (known === undefined) open.set(keyOf(name, family), { name, family });
      return known ?? true;
    },
    settle: async () => {
      const questions = [...open.values()];
      open.clear();
      // Without the family as well: a message says whether that is what is wrong.
      const all = questions.flatMap((question) => [question, { name: question.name, family: undefined }]);
      await Promise.all(all.map(ask));
      return questions.length > 0;
    },
  };
}

function keyOf(name: string, family: AddressFamily | undefined): string {
  return `${family ?? "any"} ${name}`;
}

/**
 * What can be said of an address without a look-up; undefined for what may be a host name. A literal need not be an
 * address of this machine, and one of the wrong family makes no listener but is no mistake either. Other ways to write
 * one, such as `127.1`, are for getaddrinfo(3) to judge.
 */
function knownWithoutLookup(
  text: string,
  family: AddressFamily | undefined,
  interfaces: Interfaces,
): boolean | undefined {
  if (hasInterface(interfaces, text, family) || isIPv4(text)) return true;
  if (text === "") return false;
  const [address = "", zone] = text.split("%", 2);
  if (!isIPv6(address)) return undefined;
  return family === "inet4" || zone === undefined || isZone(zone, address, interfaces);
}

/** The zone behind `%`: a number or, for the addresses of one link, the name of an interface. */
function isZone(zone: string, address: string, interfaces: Interfaces): boolean {
  if (/^\d+$/.test(zone)) return true;
  const linkLocal = /^(fe[89ab]|ff.2)/i.test(address);
  return linkLocal && (interfaces.has(zone) || hasInterface(interfaces, zone, undefined));
}

/** getaddrinfo(3): anything but "no such name" counts as found, for smtpd then only warns. */
async function systemLookup(name: string, family: AddressFamily | undefined): Promise<boolean> {
  const { lookup } = await import("node:dns/promises");
  const numbers = { inet4: 4, inet6: 6 } as const;
  try {
    await lookup(name, family === undefined ? {} : { family: numbers[family] });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== "ENOTFOUND" && code !== "EAI_AGAIN" && code !== "EAI_NODATA" && code !== "EAI_NONAME";
  }
}
