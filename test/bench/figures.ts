/** Milliseconds for people. */
export function ms(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
}

/** Bytes for people. */
export function mb(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** Prints a figure, and what it should be where somebody has said so. */
export function print(what: string, figure: string, goal?: string): void {
  console.log(`${what.padEnd(40)} ${figure}${goal === undefined ? "" : `   (goal: ${goal})`}`);
}
