import type { Dimension } from "./scenario.ts";
import type { TextShape } from "./search-text.ts";
import type { TextMachine } from "./text-machine.ts";

const labelStart = "xabcdefghijklmnopqrstuvwyz0123456789_";
const atoms = "xabcdefghijklmnopqrstuvwyz0123456789_!#%&'*/?^~+=";
const special = "$`{|}";
const others = ' "(),;<>\\';
const literalCharacters = ":";

/** The states of a domain: at the start of a label, within one, in an address in brackets, behind it. */
const domainStates = { dead: -1, start: 0, within: 1, literal: 2, inLiteral: 3, closed: 4 } as const;

/**
 * Domains as smtpd takes them: labels with dots between them, or an address in brackets. Of the latter, only the
 * characters are looked at, so that more is let through than smtpd takes.
 */
const domainMachine: TextMachine = {
  start: domainStates.start,
  step: (state, character) => {
    const { dead, start, within, literal, inLiteral, closed } = domainStates;
    if (state === literal || state === inLiteral) {
      if (character === "]") return state === inLiteral ? closed : dead;
      return /[0-9a-fipv.:]/.test(character) ? inLiteral : dead;
    }
    if (state === dead || state === closed) return dead;
    if (/[\w-]/.test(character)) return state === start && character === "-" ? dead : within;
    if (character === ".") return state === within ? start : dead;
    return character === "[" && state === start ? literal : dead;
  },
  accepts: (state) => state === domainStates.within || state === domainStates.closed,
};

/** An address: words with dots between them, `@`, a domain. States below -1 are those before the `@`. */
const addressMachine: TextMachine = {
  start: -2,
  step: (state, character) => {
    if (state >= 0) return domainMachine.step(state, character);
    if (state === -1) return -1;
    if (character === "@") return state === -3 ? domainMachine.start : -1;
    if (character === ".") return state === -3 ? -2 : -1;
    return /[a-z0-9!#$%&'*/?^`{|}~+=_-]/.test(character) ? -3 : -1;
  },
  accepts: (state) => state >= 0 && domainMachine.accepts(state),
};

const anything: TextMachine = {
  start: 0,
  step: (state) => (state === 0 ? 1 : state),
  accepts: (state) => state === 1,
};

const domainAlphabet = [labelStart, "-", ".", "[", "]", literalCharacters];
const addressAlphabet = [...domainAlphabet, atoms, special, "@"];
const wholeAlphabet = [...addressAlphabet, others];

const domain: TextShape = { machine: domainMachine, alphabet: domainAlphabet };
const address: TextShape = { machine: addressMachine, alphabet: addressAlphabet };
/** The resolver gives host names only. */
const hostname: TextShape = { machine: domainMachine, alphabet: [labelStart, "-", "."] };
/** Who logs in can be called anything. */
const free: TextShape = { machine: anything, alphabet: wholeAlphabet };

/** What a property can be, in lower case as tables see it. A sender can also be empty, and a client without a name. */
export const textShapes: Readonly<Record<Exclude<Dimension, "tag" | "source">, TextShape>> = {
  rdns: hostname,
  helo: domain,
  username: free,
  sender: address,
  recipient: address,
};
