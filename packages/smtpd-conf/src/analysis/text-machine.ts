import { type MailAddress, splitMailAddress } from "../runtime/mail-address.ts";

/** Reads a text character by character, and says of each beginning whether it belongs to a set. States are numbers. */
export interface TextMachine {
  readonly start: number;
  readonly step: (state: number, character: string) => number;
  readonly accepts: (state: number) => boolean;
}

const dead = -1;

/** One text and no other. */
export function exactMachine(text: string): TextMachine {
  return {
    start: 0,
    step: (state, character) => (state !== dead && text[state] === character ? state + 1 : dead),
    accepts: (state) => state === text.length,
  };
}

/** Every text. */
export const anyText: TextMachine = { start: 0, step: () => 0, accepts: () => true };

/** An entry with wildcards in a table of domains: see `matchesDomain`. State: how much of the pattern is read. */
export function domainPatternMachine(written: string): TextMachine {
  const pattern = written.replace(/\*+/g, "*");
  const all = pattern.length + 1;
  return {
    start: 0,
    step: (state, character) => {
      if (state === dead || state === all) return state;
      if (pattern[state] !== "*") return pattern[state] === character ? state + 1 : dead;
      if (state + 1 === pattern.length) return all;
      return pattern[state + 1] === character ? state + 2 : state;
    },
    accepts: (state) => state === pattern.length || state === all,
  };
}

/** The domain of an address: what stands behind its `@`. */
export function domainOf(machine: TextMachine): TextMachine {
  const before = dead - 1;
  return {
    start: before,
    step: (state, character) => {
      if (state === before) return character === "@" ? machine.start : before;
      return machine.step(state, character);
    },
    accepts: (state) => state !== before && machine.accepts(state),
  };
}

/** An entry of a table of mail addresses: see `matchesMailAddress`. */
export function mailAddressMachine(entry: string, delimiter: string): TextMachine {
  const { user, domain }: MailAddress = splitMailAddress(entry);
  const inDomain = domain === "" ? anyText : domainPatternMachine(domain);
  const tagged = !user.includes(delimiter);
  // States: -2-n after n characters of the user, `tag` within a tag, from 0 on those of the domain.
  const tag = -user.length - 3;
  return {
    start: -2,
    step: (state, character) => {
      if (state === dead) return dead;
      if (state >= 0) return inDomain.step(state, character);
      const read = -2 - state;
      if (character === "@") return user === "" || state === tag || read === user.length ? inDomain.start : dead;
      if (user === "" || state === tag) return state;
      if (read === user.length) return tagged && character === delimiter ? tag : dead;
      return user[read] === character ? state - 1 : dead;
    },
    accepts: (state) => state >= 0 && inDomain.accepts(state),
  };
}

/** What one of the machines accepts. States are kept in a list and known by their place in it. */
export function unionMachine(machines: readonly TextMachine[]): TextMachine {
  const [only] = machines;
  if (only !== undefined && machines.length === 1) return only;
  const states: (readonly number[])[] = [];
  const places = new Map<string, number>();
  const place = (state: readonly number[]) => {
    const key = state.join(" ");
    const known = places.get(key) ?? states.push(state) - 1;
    places.set(key, known);
    return known;
  };
  return {
    start: place(machines.map(({ start }) => start)),
    step: (state, character) =>
      place(machines.map((machine, index) => machine.step(states[state]?.[index] ?? dead, character))),
    accepts: (state) => machines.some((machine, index) => machine.accepts(states[state]?.[index] ?? dead)),
  };
}
