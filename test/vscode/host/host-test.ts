/** A test that runs inside the editor, with its API. */
export interface HostTest {
  readonly title: string;
  readonly run: () => Promise<void>;
}

const tests: HostTest[] = [];

export function test(title: string, run: () => Promise<void>): void {
  tests.push({ title, run });
}

export function allTests(): readonly HostTest[] {
  return tests;
}

/** Asks again and again until there is an answer; what is missing is named where none comes in time. */
export async function until<Answer>(
  what: string,
  ask: () => Answer | undefined | PromiseLike<Answer | undefined>,
): Promise<Answer> {
  const end = Date.now() + 15_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came: ${what}`);
}
