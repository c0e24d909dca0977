/** Whether an argument has signs of a glob in it. */
export function isGlob(argument: string): boolean {
  return /[*?[\]{}]|[!+@]\(/.test(argument);
}
