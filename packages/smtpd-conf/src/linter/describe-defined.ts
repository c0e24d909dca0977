const mostListed = 6;

/** What a configuration defines of one kind, in a sentence, for somebody who has named something else. */
export function describeDefined(noun: string, names: readonly string[]): string {
  if (names.length === 0) return `The configuration defines no ${noun} at all.`;
  const listed = names.slice(0, mostListed).map((name) => `"${name}"`);
  const more = names.length > mostListed ? `, and ${names.length - mostListed} more` : "";
  return `Defined ${names.length === 1 ? "is" : "are"} ${listed.join(", ")}${more}.`;
}
