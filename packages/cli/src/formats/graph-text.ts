import { displayWidth } from "./display-width.ts";
import { visible } from "./visible.ts";

/** A text of the user as lines of at most so many columns and so many lines; what does not fit is an ellipsis. */
export function fitted(text: string, columns: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of plainText(text).split(/ +/)) {
    const last = lines.at(-1);
    const joined = `${last} ${word}`;
    if (last !== undefined && displayWidth(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(shortWord(word, columns));
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  return [...kept.slice(0, -1), shortWord(`${kept.at(-1)} …`, columns)];
}

/** What shows nothing is shown, and half a character is none. */
export function plainText(text: string): string {
  return visible(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd"));
}

/** A word with an ellipsis in its middle if it is too long: what paths and hosts are about stands at both ends. */
function shortWord(word: string, columns: number): string {
  if (displayWidth(word) <= columns) return word;
  const characters = [...word];
  const [start, end] = [Math.ceil((columns - 1) / 2), Math.floor((columns - 1) / 2)];
  return `${taken(characters, start)}…${taken(characters.reverse(), end, true)}`;
}

function taken(characters: readonly string[], columns: number, reversed = false): string {
  const kept: string[] = [];
  let width = 0;
  for (const character of characters) {
    width += displayWidth(character);
    if (width > columns) break;
    kept.push(character);
  }
  return (reversed ? kept.reverse() : kept).join("");
}
