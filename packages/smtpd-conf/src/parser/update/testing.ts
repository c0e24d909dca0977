/**
 * Where two values first differ, as a path into them; undefined where they do not. Objects that hold one another are
 * compared once; a function is compared by what it returns.
 */
export function difference(
  actual: unknown,
  expected: unknown,
  path = "",
  seen = new Map<object, object>(),
): string | undefined {
  if (Object.is(actual, expected)) return undefined;
  if (typeof actual === "function" && typeof expected === "function")
    return difference(actual(), expected(), `${path}()`, seen);
  if (typeof actual !== "object" || typeof expected !== "object" || actual === null || expected === null)
    return `${path}: ${shown(actual)} instead of ${shown(expected)}`;
  if (seen.get(actual) === expected) return undefined;
  seen.set(actual, expected);
  if (actual instanceof Map && expected instanceof Map) return difference([...actual], [...expected], path, seen);
  return differenceOfParts(actual, expected, path, seen);
}

function differenceOfParts(
  actual: object,
  expected: object,
  path: string,
  seen: Map<object, object>,
): string | undefined {
  const [names, expectedNames] = [Object.keys(actual), Object.keys(expected)];
  if (names.length !== expectedNames.length) return `${path}: ${names.length} parts instead of ${expectedNames.length}`;
  for (const name of expectedNames) {
    if (!(name in actual)) return `${path}.${name} is missing`;
    const [one, other] = [(actual as Record<string, unknown>)[name], (expected as Record<string, unknown>)[name]];
    const found = difference(one, other, `${path}.${name}`, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? "an object" : (JSON.stringify(value) ?? String(value));
}
