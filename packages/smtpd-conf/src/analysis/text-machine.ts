import { type MailAddress, splitMailAddress } from "../runtime/mail-address.ts";

/** Reads a text character by character, and says of each beginning whether it belongs to a set. States are numbers. */
export interface TextMachine {
  readonly start: number;
  readonly step: (state: number, character: string) => number;
  readonly accepts: (state: number) => boolean;
  /** Whether nothing is accepted any more, however the text goes on. Absent where that is not known. */
  readonly isDead?: (state: number) => boolean;
}

const dead = -1;
const isDead = (state: number) => state === dead;

/** One text and no other. */
export function exactMachine(text: string): TextMachine {
  return {
    start: 0,
    step: (state, character) => (state !== dead && text[state] === character ? state + 1 : dead),
    accepts: (state) => state === text.length,
    isDead,
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
    isDead,
  };
}

/** The domain of an address: what stands behind its only `@`. */
export function domainOf(machine: TextMachine): TextMachine {
  const before = dead - 1;
  return {
    start: before,
    step: (state, character) => {
      if (state === before) return character === "@" ? machine.start : before;
      return machine.step(state, character);
    },
    accepts: (state) => state !== before && machine.accepts(state),
    isDead: (state) => state !== before && machine.isDead?.(state) === true,
  };
}

/** An entry of a table of mail addresses, among texts with an `@`: see `matchesMailAddress`. The last `@` counts. */
export function mailAddressMachine(entry: string, delimiter: string): TextMachine {
  const { user, domain }: MailAddress = splitMailAddress(entry);
  const ofUser = userMachine(user, delimiter);
  const ofDomain = domain === "" ? anyText : domainPatternMachine(domain);
  // What the text so far would be as a user; whether the user is right if the last `@` so far is the last; the domain.
  const begin: AddressState = [ofUser.start, 0, dead];
  return numberedMachine<AddressState>(
    begin,
    ([inUser, isRight, inDomain], character) => {
      const next = ofUser.step(inUser, character);
      if (character === "@") return [next, ofUser.accepts(inUser) ? 1 : 0, ofDomain.start];
      return [next, isRight, isRight === 1 ? ofDomain.step(inDomain, character) : dead];
    },
    ([, isRight, inDomain]) => isRight === 1 && ofDomain.accepts(inDomain),
    ([inUser, isRight, inDomain]) =>
      ofUser.isDead?.(inUser) === true && (isRight === 0 || ofDomain.isDead?.(inDomain) === true),
  );
}

type AddressState = readonly [inUser: number, isRight: 0 | 1, inDomain: number];

/** The user of an entry, with a tag behind it if the entry has none; every user where the entry names none. */
function userMachine(user: string, delimiter: string): TextMachine {
  if (user === "") return anyText;
  const exact = exactMachine(user);
  if (user.includes(delimiter)) return exact;
  const tag = user.length + 1;
  return {
    start: exact.start,
    step: (state, character) => {
      if (state === tag) return tag;
      return state === user.length && character === delimiter ? tag : exact.step(state, character);
    },
    accepts: (state) => state === tag || exact.accepts(state),
  };
}

/** An entry of a table of users: those with an `@` are looked up as mail addresses (`ruleset_match_smtp_auth()`). */
export function loginMachine(entry: string, delimiter: string): TextMachine {
  const asAddress = mailAddressMachine(entry, delimiter);
  return entry.includes("@") ? asAddress : unionMachine([exactMachine(entry), asAddress]);
}

/** What one of the machines accepts. A state has those machines that can still accept something, each with its own state. */
export function unionMachine(machines: readonly TextMachine[]): TextMachine {
  const [only] = machines;
  if (only !== undefined && machines.length === 1) return only;
  return numberedMachine<readonly number[]>(
    machines.flatMap(({ start }, index) => [index, start]),
    (alive, character) => stepAll(machines, alive, character),
    (alive) => someOf(machines, alive, (machine, state) => machine.accepts(state)),
    (alive) => alive.length === 0,
  );
}

/** States come in pairs: the place of a machine, and its state. */
function stepAll(machines: readonly TextMachine[], alive: readonly number[], character: string): readonly number[] {
  const next: number[] = [];
  for (let at = 0; at < alive.length; at += 2) {
    const place = alive[at] ?? 0;
    const machine = machines[place];
    const state = machine?.step(alive[at + 1] ?? dead, character) ?? dead;
    if (machine?.isDead?.(state) !== true) next.push(place, state);
  }
  return next;
}

function someOf(
  machines: readonly TextMachine[],
  alive: readonly number[],
  holds: (machine: TextMachine, state: number) => boolean,
): boolean {
  for (let at = 0; at < alive.length; at += 2) {
    const machine = machines[alive[at] ?? 0];
    if (machine !== undefined && holds(machine, alive[at + 1] ?? dead)) return true;
  }
  return false;
}

/** More than any code unit: a state and a character make one number. */
const codeUnits = 0x10000;

/**
 * A machine whose states are lists of numbers. They are kept, and known by their place; so are the steps that were taken
 * between them, since a search takes the same ones over and over.
 */
function numberedMachine<State extends readonly number[]>(
  start: State,
  step: (state: State, character: string) => State,
  accepts: (state: State) => boolean,
  isOver: (state: State) => boolean,
): TextMachine {
  const states: State[] = [];
  const accepted: boolean[] = [];
  const over: boolean[] = [];
  const places = new Map<string, number>();
  const steps = new Map<number, number>();
  const place = (state: State) => {
    const key = state.join(" ");
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, states.length);
    accepted.push(accepts(state));
    over.push(isOver(state));
    return states.push(state) - 1;
  };
  return {
    start: place(start),
    step: (number, character) => {
      const key = number * codeUnits + character.charCodeAt(0);
      const known = steps.get(key);
      if (known !== undefined) return known;
      const state = states[number];
      const next = state === undefined ? dead : place(step(state, character));
      steps.set(key, next);
      return next;
    },
    accepts: (number) => accepted[number] === true,
    isDead: (number) => over[number] !== false,
  };
}
