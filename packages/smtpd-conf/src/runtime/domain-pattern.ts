/**
 * Whether a domain or host name is matched by an entry of a table of domains (`hostname_match()` in util.c). Upper and
 * lower case are the same. `*` stands for everything up to the first character that equals the next one of the pattern,
 * and there is no second try: `*.example.org` is one label before `example.org`. At the end, `*` stands for all the rest.
 */
export function matchesDomain(name: string, pattern: string): boolean {
  return matchesFolded(foldCase(name), foldCase(pattern));
}

/** The same for texts that are lower-case already. */
export function matchesFolded(name: string, pattern: string): boolean {
  if (!pattern.includes("*")) return name === pattern;
  let [at, inPattern] = [0, 0];
  while (at < name.length && inPattern < pattern.length) {
    if (pattern[inPattern] === "*") {
      while (pattern[inPattern] === "*") inPattern++;
      at = skipTo(name, at, pattern[inPattern]);
    } else if (pattern[inPattern] === name[at]) {
      at++;
      inPattern++;
    } else return false;
  }
  return at === name.length && inPattern === pattern.length;
}

/** Where a `*` stops: at the first of the characters that follow it, or at the end. */
function skipTo(name: string, from: number, next: string | undefined): number {
  const found = next === undefined ? -1 : name.indexOf(next, from);
  return found < 0 ? name.length : found;
}

/** `tolower(3)` in the C locale: only the letters of ASCII have a lower case. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
