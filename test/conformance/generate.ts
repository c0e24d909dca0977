import { actionStatement } from "./generator/actions.ts";
import {
  between,
  type Context,
  createContext,
  type FixturePaths,
  type Release,
  sometimes,
} from "./generator/context.ts";
import { filterStatement, processorStatement } from "./generator/filters.ts";
import { layOut, between as linesBetween } from "./generator/layout.ts";
import { listenStatement } from "./generator/listeners.ts";
import { damagedPieces, mistakenLines, oddText } from "./generator/mistakes.ts";
import { matchStatement } from "./generator/rules.ts";
import { certificateStatement, macroStatement, settingStatement, wrapperStatement } from "./generator/settings.ts";
import { tableStatement } from "./generator/tables.ts";
import { chance, integer, pickWeighted, type Random } from "./random.ts";

export type { FixturePaths, Release } from "./generator/context.ts";

type MakeStatement = (context: Context) => readonly string[];

const statements: readonly (readonly [weight: number, make: MakeStatement])[] = [
  [18, tableStatement],
  [18, actionStatement],
  [22, matchStatement],
  [14, listenStatement],
  [14, settingStatement],
  [8, certificateStatement],
  [4, wrapperStatement],
  [5, macroStatement],
];
const filterStatements: readonly (readonly [weight: number, make: MakeStatement])[] = [
  [14, filterStatement],
  [4, processorStatement],
];

/** How a configuration goes wrong; `none` for one that is meant to be accepted. */
interface Plan {
  readonly untilSlip: number;
  readonly lines: number;
  readonly damaged: number;
  readonly odd: boolean;
}

const flawless: Plan = { untilSlip: Number.POSITIVE_INFINITY, lines: 0, damaged: 0, odd: false };

function planFor(random: Random): Plan {
  if (chance(random, 0.36)) return flawless;
  return pickWeighted<Plan>(random, [
    [10, { ...flawless, untilSlip: integer(random, 1, 60) }],
    [3, { ...flawless, lines: 1 }],
    [2, { ...flawless, damaged: 1 }],
    [1, { ...flawless, odd: true }],
    [
      1,
      {
        untilSlip: integer(random, 1, 60),
        lines: integer(random, 0, 2),
        damaged: integer(random, 0, 1),
        odd: chance(random, 0.1),
      },
    ],
  ]);
}

/**
 * A configuration for this release, in latin1: one character is one byte. The same random numbers give the same text.
 * About half of them are meant to be accepted by the release, the others have one mistake or a few. Certificates and
 * table files are only named when `files` gives them.
 */
export function generateConfiguration(random: Random, release: Release, files?: FixturePaths): string {
  return generateBy(planFor(random), random, release, files);
}

/** The same without mistakes: hardly any of these is refused. */
export function generateFlawless(random: Random, release: Release, files?: FixturePaths): string {
  return generateBy(flawless, random, release, files);
}

function generateBy(plan: Plan, random: Random, release: Release, files: FixturePaths | undefined): string {
  const context = createContext(random, release, files, plan.untilSlip);
  const lines = allStatements(context, plan);
  const text = withMistakes(context, plan, lines).join("");
  return plan.odd ? oddText(context, text) : withoutEnd(context, text);
}

// No final newline is no mistake.
function withoutEnd(context: Context, text: string): string {
  return sometimes(context, 0.15) && !text.endsWith("\\\n") ? text.replace(/\n$/, "") : text;
}

function allStatements(context: Context, plan: Plan): readonly string[] {
  const count = sometimes(context, 0.85) ? between(context, 3, 14) : between(context, 14, 30);
  const damagedAt = plan.damaged > 0 ? between(context, 0, count - 1) : -1;
  const lines = Array.from({ length: count }, (_, index) => nextStatement(context, index === damagedAt));
  return [...lines, emit(context, matchStatement(context))];
}

function nextStatement(context: Context, damaged: boolean): string {
  const kinds = Number(context.release) >= 6.6 ? [...statements, ...filterStatements] : statements;
  const pieces = pickWeighted(context.random, kinds)(context);
  return emit(context, damaged ? damagedPieces(context, pieces) : pieces);
}

// The macros that a statement uses are defined before it.
function emit(context: Context, pieces: readonly string[]): string {
  const text = layOut(context, pieces);
  const definitions = context.before.splice(0).map((line) => `${line}\n`);
  return `${linesBetween(context) + definitions.join("")}${text}\n`;
}

function withMistakes(context: Context, plan: Plan, lines: readonly string[]): readonly string[] {
  const mixed = [...lines];
  for (let count = 0; count < plan.lines; count += 1) {
    mixed.splice(between(context, 0, mixed.length), 0, `${mistakenLines(context)}\n`);
  }
  return mixed;
}
