import { type RuleDescription, traitsOf } from "./describe-rule.ts";
import type { Paint } from "./paint.ts";
import { wrap } from "./wrap.ts";

/**
 * A page about a rule for the terminal: headings, paragraphs wrapped to a width, examples set in. Pages are Markdown of
 * headings, paragraphs and fenced examples; anything else is shown as it stands.
 */
export function drawPage(page: string, description: RuleDescription, paint: Paint, width: number): string {
  const [title = "", ...blocks] = blocksOf(page);
  const head = `${paint("strong", title.replace(/^# /, ""))}  ${paint("frame", traitsOf(description))}`;
  return `${[head, ...blocks.map((block) => drawBlock(block, paint, width))].join("\n\n")}\n`;
}

/** Paragraphs, headings and whole examples. */
function blocksOf(page: string): readonly string[] {
  return page.match(/^```[\s\S]*?^```$|^(?!```)\S[^\n]*(?:\n(?!```)[^\n]+)*/gm) ?? [];
}

function drawBlock(block: string, paint: Paint, width: number): string {
  if (block.startsWith("```")) return drawExample(block, paint);
  if (block.startsWith("#")) return paint("strong", block.replace(/^#+ /, ""));
  if (/^[|-]/.test(block)) return block;
  return wrap(block, width)
    .join("\n")
    .replace(/`([^`]+)`/g, (marked, code: string) => paintCode(marked, code, paint));
}

/** Colour takes the place of the marks. */
function paintCode(marked: string, code: string, paint: Paint): string {
  const painted = paint("info", code);
  return painted === code ? marked : painted;
}

function drawExample(block: string, paint: Paint): string {
  const lines = block.split("\n").slice(1, -1);
  return lines
    .map((line) => (line === "" ? "" : `    ${line.startsWith("#") ? paint("frame", line) : line}`))
    .join("\n");
}
