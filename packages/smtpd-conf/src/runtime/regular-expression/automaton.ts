import { wordCharacters } from "./character-set.ts";
import type { Instruction, Program } from "./program.ts";
import type { PlaceTest } from "./syntax.ts";
import { usefulInstructions } from "./useful-instructions.ts";

/**
 * The automaton over whole subjects: it accepts exactly those that the search finds. States are numbers and are made when
 * they are first reached; there can be very many of them, so that who walks through all must bound the walk.
 */
export interface Automaton {
  readonly start: number;
  /** The state after one more character, which is one UTF-16 unit. */
  readonly step: (state: number, character: string) => number;
  /** Whether the subject may end here. */
  readonly accepts: (state: number) => boolean;
  /** Whether no subject is accepted any more, however it goes on. */
  readonly isDead: (state: number) => boolean;
  /** Whether every subject is accepted, however it goes on. */
  readonly isFull: (state: number) => boolean;
}

/** An automaton that can be measured and emptied. */
export interface LazyAutomaton extends Automaton {
  /** How much the states hold, counted in instructions. */
  readonly size: () => number;
  /** How many instructions were looked at so far. */
  readonly work: () => number;
  /** Forgets all states but this one and those that there are from the beginning. Returns its new number. */
  readonly forget: (state: number) => number;
}

/** What stands on one side of a place: nothing, a character of a word, or another. */
type Side = "nothing" | "word" | "other";

/** What is known of a place when its tests are made; what follows may not be known yet. */
interface Place {
  readonly before: Side;
  readonly after: Side | undefined;
}

/** The instructions that may come next, and what stands before them, which only tests that are still open ask for. */
interface State {
  readonly waiting: readonly number[];
  readonly before: Side;
  readonly next: Map<CharacterClass, number>;
  accepts: boolean | undefined;
}

/** Characters that the pattern cannot tell apart. */
interface CharacterClass {
  readonly inSet: readonly boolean[];
  readonly side: Side;
}

interface Determinizing {
  readonly program: Program;
  readonly useful: Uint8Array;
  readonly states: State[];
  readonly stateByKey: Map<string, number>;
  readonly classByUnit: Map<number, CharacterClass>;
  readonly classByKey: Map<string, CharacterClass>;
  /** For each instruction the last sweep that came by. */
  readonly seen: Int32Array;
  sweep: number;
  work: number;
  size: number;
}

/** The state in which something was found. It has the number 0 and is never left. */
const full = 0;

/** Makes the states of a program as they are asked for. */
export function determinize(program: Program): LazyAutomaton {
  const own: Determinizing = {
    program,
    useful: usefulInstructions(program),
    states: [],
    stateByKey: new Map(),
    classByUnit: new Map(),
    classByKey: new Map(),
    seen: new Int32Array(program.instructions.length),
    sweep: 0,
    work: 0,
    size: 0,
  };
  const start = begin(own);
  return {
    start,
    step: (state, character) => step(own, state, character),
    accepts: (state) => accepts(own, state),
    isDead: (state) => state !== full && stateOf(own, state).waiting.length === 0,
    isFull: (state) => state === full,
    size: () => own.size,
    work: () => own.work,
    forget: (state) => forget(own, state),
  };
}

/** Makes the full state and the one before the first character, whose number it returns. */
function begin(own: Determinizing): number {
  own.states.push({ waiting: [], before: "other", next: new Map(), accepts: true });
  return settle(own, [own.program.start], "nothing");
}

function forget(own: Determinizing, state: number): number {
  const { waiting, before } = stateOf(own, state);
  own.states.length = 0;
  own.stateByKey.clear();
  own.size = 0;
  begin(own);
  return state === full ? full : intern(own, waiting, before);
}

function stateOf({ states }: Determinizing, state: number): State {
  const known = states[state];
  if (known === undefined) throw new RangeError(`The automaton has no state ${state}.`);
  return known;
}

function step(own: Determinizing, number: number, character: string): number {
  if (number === full) return full;
  const state = stateOf(own, number);
  const characterClass = classOf(own, character.charCodeAt(0));
  const known = state.next.get(characterClass);
  if (known !== undefined) return known;
  const reached = advance(own, state, characterClass);
  state.next.set(characterClass, reached);
  return reached;
}

/** Makes the tests that had to wait for the next character, and then takes it. */
function advance(own: Determinizing, { waiting, before }: State, characterClass: CharacterClass): number {
  const ready = follow(own, waiting, { before, after: characterClass.side });
  if (ready === undefined) return full;
  const reached: number[] = [];
  for (const place of ready) {
    const instruction = instructionAt(own, place);
    if (instruction.kind === "Character" && characterClass.inSet[instruction.set]) reached.push(instruction.next);
  }
  return settle(own, reached, characterClass.side);
}

/** The state in which these instructions are next. */
function settle(own: Determinizing, places: readonly number[], before: Side): number {
  const waiting = follow(own, places, { before, after: undefined });
  if (waiting === undefined) return full;
  const isUseful = (place: number) => own.useful[place] === 1 || mayStillBegin(instructionAt(own, place), before);
  return intern(own, waiting.filter(isUseful), before);
}

/** Whether a `^` may come behind this instruction: only while the first character is not taken. */
function mayStillBegin({ kind }: Instruction, before: Side): boolean {
  return before === "nothing" && kind === "Assertion";
}

function intern(own: Determinizing, places: readonly number[], before: Side): number {
  const waiting = places.toSorted((a, b) => a - b);
  const hasTests = waiting.some((place) => instructionAt(own, place).kind === "Assertion");
  const key = `${hasTests ? before : ""} ${waiting.join(" ")}`;
  const known = own.stateByKey.get(key);
  if (known !== undefined) return known;
  const number = own.states.push({ waiting, before, next: new Map(), accepts: undefined }) - 1;
  own.stateByKey.set(key, number);
  own.size += waiting.length + 1;
  return number;
}

function accepts(own: Determinizing, number: number): boolean {
  const state = stateOf(own, number);
  state.accepts ??= follow(own, state.waiting, { before: state.before, after: "nothing" }) === undefined;
  return state.accepts;
}

function instructionAt({ program }: Determinizing, place: number): Instruction {
  return program.instructions[place] ?? { kind: "Found" };
}

/**
 * Follows all that takes no character. Returns the instructions that take one and the tests that cannot be made yet;
 * undefined where the pattern is found. Comes to each instruction once.
 */
function follow(own: Determinizing, from: readonly number[], place: Place): readonly number[] | undefined {
  const ends: number[] = [];
  const open = [...from];
  own.sweep++;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (own.seen[at] === own.sweep) continue;
    own.seen[at] = own.sweep;
    own.work++;
    const instruction = instructionAt(own, at);
    if (instruction.kind === "Found") return undefined;
    if (instruction.kind === "Split") open.push(instruction.other, instruction.next);
    else if (instruction.kind === "Character") ends.push(at);
    else if (isOpen(instruction.test, place)) ends.push(at);
    else if (passes(instruction.test, place)) open.push(instruction.next);
  }
  return ends;
}

/** Whether a test asks for the next character, and that is not known. */
function isOpen(test: PlaceTest, { after }: Place): boolean {
  return after === undefined && (test === "at-end" || test.startsWith("before"));
}

function passes(test: PlaceTest, { before, after }: Place): boolean {
  switch (test) {
    case "at-begin":
      return before === "nothing";
    case "at-end":
      return after === "nothing";
    case "after-word":
      return before === "word";
    case "after-other":
      return before !== "word";
    case "before-word":
      return after === "word";
    case "before-other":
      return after !== "word";
  }
}

function classOf(own: Determinizing, unit: number): CharacterClass {
  const known = own.classByUnit.get(unit);
  if (known !== undefined) return known;
  const made = makeClass(own, String.fromCharCode(unit));
  own.classByUnit.set(unit, made);
  return made;
}

function makeClass({ program, classByKey }: Determinizing, character: string): CharacterClass {
  const isWord = program.asksForWords && wordCharacters.has(character);
  const inSet = program.sets.map((set) => set.has(character));
  const key = `${isWord} ${inSet.map(Number).join("")}`;
  const known = classByKey.get(key);
  if (known !== undefined) return known;
  const made: CharacterClass = { inSet, side: isWord ? "word" : "other" };
  classByKey.set(key, made);
  return made;
}
