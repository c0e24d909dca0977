import { window } from "vscode";

/** A message on its way, in the words of the server. */
export interface SentEnvelope {
  readonly src: string;
  readonly mail_from: string;
  readonly rcpt_to: string;
}

const questions = [
  { prompt: "From which address does the client connect? A program of this machine is local.", value: "203.0.113.9" },
  { prompt: "Who is the sender? Nothing means a bounce.", value: "somebody@elsewhere.example" },
  { prompt: "Who is the recipient?", value: "" },
] as const;

/** Asks for a message, of which is to be said what rule decides about it. Undefined where an answer is missing. */
export async function askForEnvelope(): Promise<SentEnvelope | undefined> {
  const answers: string[] = [];
  for (const [index, question] of questions.entries()) {
    const title = `Which rule decides? (${index + 1} of ${questions.length})`;
    const answer = await window.showInputBox({ title, ignoreFocusOut: true, ...question });
    if (answer === undefined) return undefined;
    answers.push(answer.trim());
  }
  const [src = "", from = "", to = ""] = answers;
  return to === "" ? undefined : { src, mail_from: from, rcpt_to: to };
}
