/** The files behind tables, line by line: they can be larger than memory. */
export interface TableFiles {
  /**
   * Calls `visit` with each line of a file, without its newline, and its number from 1, until it returns false.
   * Returns false where the file is not there or may not be read; then nothing is known of what it holds.
   */
  readonly forEachLine: (path: string, visit: (line: string, number: number) => boolean) => boolean;
}
