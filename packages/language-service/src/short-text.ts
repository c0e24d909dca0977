/** Blanks that say nothing on one line: several, other ones than a blank, and those at the ends. */
const untidy = /^ | $|[\r\n\t]| {2}/;

/** A text on one line: blanks and continued lines become one blank, and what is longer than so many characters is cut. */
export function shortText(text: string, most: number): string {
  const head = text.length > most * 4 ? text.slice(0, most * 4) : text;
  const flat = untidy.test(head) ? head.replace(/(?:\\?[\r\n]|[ \t])+/g, " ").trim() : head;
  if (flat.length <= most && head === text) return flat;
  return `${flat.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
