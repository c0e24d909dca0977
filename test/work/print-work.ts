/** Prints what was counted as JSON, a line for each title, for `readCounts`. */
export function print(title: string, work: readonly number[]): void {
  console.log(JSON.stringify({ title, work }));
}
