/** Columns that running text is wrapped to: those of the terminal, but neither very few nor more than is good to read. */
export function textWidth(columns: number | undefined = process.stdout.columns): number {
  return Math.max(40, Math.min(columns ?? 80, 100));
}
