import type { CommandDescription, OptionDescription } from "../arguments/describe-program.ts";
import { type Offer, offerFor } from "./completion-offers.ts";

/** A completion script for bash; needs no other package. */
export function drawBashCompletion(commands: readonly CommandDescription[]): string {
  const [program, ...others] = commands;
  if (program === undefined) return "";
  return `# bash completion for smtpd-lint: smtpd-lint completion bash
_smtpd_lint_files() {
  local path
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen "$1" -- "$current")
}

_smtpd_lint_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current")
}

_smtpd_lint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous= command=
  COMPREPLY=()
  ((COMP_CWORD > 0)) && previous=\${COMP_WORDS[COMP_CWORD - 1]}
  case \${COMP_WORDS[1]} in
    ${others.map(({ name }) => name).join(" | ")}) ((COMP_CWORD > 1)) && command=\${COMP_WORDS[1]} ;;
  esac
  case $command in
${[...others, program].map((command) => drawCommand(command, command === program ? others : [])).join("\n")}
  esac
}

complete -F _smtpd_lint smtpd-lint
`;
}

/** The branch for a command: what may stand behind an option, else options, else parameters. */
function drawCommand(
  { name, options, parameters }: CommandDescription,
  commands: readonly CommandDescription[],
): string {
  const flags = options.flatMap(flagsOf);
  const first = parameters[0];
  const offer = first === undefined ? { words: [], files: "none" as const } : offerFor(first.values);
  const words = [...offer.words, ...commands.map((command) => command.name)];
  return `    ${name === "" ? "*" : name})
      case $previous in
${options
  .filter(({ value }) => value !== undefined)
  .map(drawValue)
  .join("\n")}
      esac
      if [[ $current == -* ]]; then
        _smtpd_lint_words '${flags.join(" ")}'
      else
        ${drawOffer({ ...offer, words })}
      fi
      ;;`;
}

function drawValue(option: OptionDescription): string {
  return `        ${flagsOf(option).join(" | ")}) ${drawOffer(offerFor(option.values))}; return ;;`;
}

function drawOffer({ words, files }: Offer): string {
  const parts = words.length > 0 ? [`_smtpd_lint_words '${words.join(" ")}'`] : [];
  if (files !== "none") parts.push(`_smtpd_lint_files ${files === "files" ? "-f" : "-d"}`);
  return parts.length === 0 ? ":" : parts.join("; ");
}

function flagsOf({ short, long }: OptionDescription): readonly string[] {
  return [short, long].filter((flag) => flag !== undefined);
}
