/** `1 rule`, `2 rules` */
export function several(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${number} ${noun}s`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `a`, `a or b`, `a, b or c` */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** A name or a text of the configuration within a sentence; a quote in it gets a backslash, as in the file. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}
