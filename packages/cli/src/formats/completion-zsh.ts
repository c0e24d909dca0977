import type { CommandDescription, OptionDescription, ParameterDescription } from "../arguments/describe-program.ts";
import { offerFor } from "./completion-offers.ts";

/** A completion script for zsh, for a folder of its `fpath`. */
export function drawZshCompletion(commands: readonly CommandDescription[]): string {
  const [program, ...others] = commands;
  if (program === undefined) return "";
  const list = others.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n");
  return `#compdef smtpd-lint
# zsh completion for smtpd-lint: smtpd-lint completion zsh
_smtpd_lint_commands() {
  local -a commands=(
${list}
  )
  _describe -t commands command commands
}

_smtpd_lint() {
  local command=
  ((CURRENT > 2)) && command=$words[2]
  case $command in
${others.map(drawCommand).join("\n")}
    *)
      ((CURRENT == 2)) && [[ $words[2] != -* ]] && _smtpd_lint_commands
      _arguments -s -S \\
${argumentsOf(program)}
      ;;
  esac
}

if [[ $funcstack[1] == _smtpd-lint ]]; then
  _smtpd_lint "$@"
else
  compdef _smtpd_lint smtpd-lint
fi
`;
}

function drawCommand(command: CommandDescription): string {
  return `    ${command.name})
      shift words
      ((CURRENT--))
      _arguments -s -S \\
${argumentsOf(command)}
      ;;`;
}

function argumentsOf({ options, parameters }: CommandDescription): string {
  const lines = [...options.flatMap(drawOption), ...parameters.map(drawParameter)];
  return lines.map((line) => `        ${line}`).join(" \\\n");
}

/** One word for each way to write an option; those that can be repeated are not told apart. */
function drawOption(option: OptionDescription): readonly string[] {
  const { short, long, value, description } = option;
  const behind = value === undefined ? "" : `:${value.replaceAll(":", "\\:")}:${actionFor(option)}`;
  const flags = [short, long].filter((flag) => flag !== undefined);
  return flags.map((flag) => quoted(`*${flag}[${description.replace(/[[\]:\\]/g, "\\$&")}]${behind}`));
}

function drawParameter(parameter: ParameterDescription): string {
  const { name, variadic } = parameter;
  return quoted(`${variadic ? "*" : ""}:${name.replaceAll(":", "\\:")}:${actionFor(parameter)}`);
}

function actionFor({ values }: Pick<OptionDescription, "values">): string {
  const { words, files } = offerFor(values);
  const listed = words.length > 0 ? `(${words.join(" ")})` : "";
  if (files === "none") return listed === "" ? " " : listed;
  if (listed !== "") return `_alternative "codes:code:${listed}" "files:file:_files"`;
  return files === "files" ? "_files" : "_files -/";
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
