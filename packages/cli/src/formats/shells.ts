import type { CommandDescription } from "../arguments/describe-program.ts";

/** Draws the completion script of a shell from the command line: the program first, then its commands. */
export type DrawCompletion = (commands: readonly CommandDescription[]) => string;

/** The shells that there are scripts for. */
export const shells = {
  bash: async (): Promise<DrawCompletion> => (await import("./completion-bash.ts")).drawBashCompletion,
  zsh: async (): Promise<DrawCompletion> => (await import("./completion-zsh.ts")).drawZshCompletion,
  fish: async (): Promise<DrawCompletion> => (await import("./completion-fish.ts")).drawFishCompletion,
} as const;
