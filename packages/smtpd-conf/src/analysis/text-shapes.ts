import type { Dimension } from "./scenario.ts";
import type { TextMachine } from "./text-machine.ts";

/** The form that a text must have. */
export interface TextShape {
  readonly machine: TextMachine;
  /** The characters that can stand in it, in groups that the machine treats alike. */
  readonly alphabet: readonly string[];
  /** Whether all other characters can stand in it too, and are treated like each other. */
  readonly open: boolean;
}

/** A property that is a text. */
export type TextDimension = Exclude<Dimension, "tag" | "source">;

/** What can also stand in an address in brackets: hexadecimal digits, the letters of `IPv6`. */
const literalLetters = "abcdef0123456789ipv";
const otherLetters = "xghjklmnoqrstuwyz_";
const atoms = "!#%&'*?^~+=$`{|}";

function isDead(state: number): boolean {
  return state === -1;
}

/** The states of a domain: before it, within a label, behind a dot, in an address in brackets, behind that. */
const domainStates = { dead: -1, start: 0, within: 1, behindDot: 2, literal: 3, inLiteral: 4, closed: 5 } as const;

/**
 * Domains as smtpd takes them: labels with dots between them, or an address in brackets. Of the latter, only the
 * characters are looked at, and lengths are not, so that more is let through than smtpd takes.
 */
const domainMachine: TextMachine = {
  start: domainStates.start,
  step: (state, character) => {
    const { dead, start, within, behindDot, literal, inLiteral, closed } = domainStates;
    if (state === literal || state === inLiteral) {
      if (character === "]") return state === inLiteral ? closed : dead;
      return /[0-9a-fipv.:]/.test(character) ? inLiteral : dead;
    }
    if (state === dead || state === closed) return dead;
    if (/[\w-]/.test(character)) return state === start && character === "-" ? dead : within;
    if (character === ".") return state === within ? behindDot : dead;
    return character === "[" && state === start ? literal : dead;
  },
  accepts: (state) => state === domainStates.within || state === domainStates.closed,
  isDead,
};

/** Names that the reverse DNS can give: like domains, and the networks of RFC 2317 have a slash in theirs. */
const hostnameMachine: TextMachine = {
  ...domainMachine,
  step: (state, character) => domainMachine.step(state, character === "/" ? "x" : character),
};

/** An address: words with dots between them, `@`, a domain. States below -1 are those before the `@`. */
const addressMachine: TextMachine = {
  start: -2,
  step: (state, character) => {
    if (state >= 0) return domainMachine.step(state, character);
    if (state === -1) return -1;
    if (character === "@") return state === -3 ? domainMachine.start : -1;
    if (character === ".") return state === -3 ? -2 : -1;
    return isAtom(character) ? -3 : -1;
  },
  accepts: (state) => state >= 0 && domainMachine.accepts(state),
  isDead,
};

function isAtom(character: string): boolean {
  return /[a-z0-9!#$%&'*/?^`{|}~+=_-]/.test(character);
}

/** What an alias or a `.forward` file can lead to, and a bit more: neither dots nor brackets have to be in their places. */
const forwardedMachine: TextMachine = {
  start: -2,
  step: (state, character) => {
    if (state >= 0) return /[\w.:[\]-]/.test(character) ? 1 : -1;
    if (state === -1) return -1;
    if (character === "@") return state === -3 ? 0 : -1;
    return character === "." || isAtom(character) ? -3 : -1;
  },
  accepts: (state) => state === 1,
  isDead,
};

const anything: TextMachine = {
  start: 0,
  step: (state) => (state === 0 ? 1 : state),
  accepts: (state) => state === 1,
};

/** Addresses of clients: four numbers, or what can stand in brackets, also with an interface. More is let through. */
const sourceMachine: TextMachine = {
  start: 0,
  step: (state, character) => {
    const { dead, inLiteral, inZone, closed } = sourceStates;
    if (state === inLiteral && character === "%") return inZone;
    if (state === inLiteral) return character === "]" ? closed : /[0-9a-f:.]/.test(character) ? inLiteral : dead;
    if (state === inZone) return character === "]" ? closed : /[\w:.-]/.test(character) ? inZone : dead;
    if (state === dead || state === closed) return dead;
    if (character === "[") return state === 0 ? inLiteral : dead;
    // Each number takes four states: before it, and behind one, two and three digits.
    if (character === ".") return state % 4 > 0 && state < 12 ? 4 * Math.floor(state / 4) + 4 : dead;
    return /[0-9]/.test(character) && state % 4 < 3 ? state + 1 : dead;
  },
  accepts: (state) => state === sourceStates.closed || (state > 12 && state < 16),
  isDead,
};

const sourceStates = { dead: -1, inLiteral: 16, inZone: 17, closed: 18 } as const;

const labels = [otherLetters, literalLetters, "-", "."];
const addressAlphabet = [...labels, "[", "]", ":", atoms, "/", "@"];

const domain: TextShape = { machine: domainMachine, alphabet: [...labels, "[", "]", ":"], open: false };
const address: TextShape = { machine: addressMachine, alphabet: addressAlphabet, open: false };
const forwarded: TextShape = { machine: forwardedMachine, alphabet: addressAlphabet, open: false };
/** The resolver gives host names only. */
const hostname: TextShape = { machine: hostnameMachine, alphabet: [...labels, "/"], open: false };
/** Who logs in can be called anything. */
const free: TextShape = { machine: anything, alphabet: [...addressAlphabet, ' "(),;<>\\'], open: true };

/** What the address of a client can be. */
export const addressShape: TextShape = {
  machine: sourceMachine,
  alphabet: ["123456789", "0", "abcdef", "ghijklmnopqrstuvwxyz_", "-", ".", ":", "%", "[", "]"],
  open: false,
};

const shapes = { rdns: hostname, helo: domain, username: free, sender: address, recipient: address } as const;

/**
 * What a property can be, in lower case as tables see it. A sender can also be empty, and a client without a name.
 * `internal` recipients are those that come out of aliases.
 */
export function textShape(dimension: TextDimension, internal: boolean): TextShape {
  return internal && dimension === "recipient" ? forwarded : shapes[dimension];
}
