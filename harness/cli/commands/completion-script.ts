// Writes the completion scripts of the shells from the tree of commands itself, so that none can be forgotten.

import type { Command, Option } from 'commander';
import { commandPlaces, type Place } from './command-places.js';
import type { Shell } from './completion-program.js';

export function completionScript(shell: Shell, program: Command): string {
  const places = commandPlaces(program);
  switch (shell) {
    case 'bash':
      return bashScript(program.name(), places);
    case 'zsh':
      return zshScript(program.name(), places);
    case 'fish':
      return fishScript(program.name(), places);
    default:
      return shell satisfies never;
  }
}

/** Goes down from the first word as long as the words are commands; what that leads to is the place. */
function bashScript(name: string, places: readonly Place[]): string {
  return `# Completes ${name} in bash: source it, or put it where bash-completion looks.
_${functionName(name)}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}" place='' words='' index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$place/\${COMP_WORDS[index]}" in
      ${pathPattern(places)}) place="$place/\${COMP_WORDS[index]}" ;;
    esac
  done
  COMPREPLY=()
  case "$place $previous" in
${valueCases(places, (values) => `COMPREPLY=($(compgen -W ${quoted(values.join(' '))} -- "$current"))`, 'compopt -o filenames 2> /dev/null; COMPREPLY=($(compgen -f -- "$current"))')}
  esac
  case "$place" in
${places.map(({ path, candidates }) => `    ${quoted(path)}) words=${quoted(candidates.map(({ word }) => word).join(' '))} ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ $current != -* ]]; then
    case "$place" in
      ${filePattern(places)}) compopt -o filenames 2> /dev/null; COMPREPLY+=($(compgen -f -- "$current")) ;;
    esac
  fi
}
complete -F _${functionName(name)} ${name}
`;
}

function zshScript(name: string, places: readonly Place[]): string {
  return `#compdef ${name}
# Completes ${name} in zsh: put it into a folder of $fpath as _${name}, or source it after compinit.
_${functionName(name)}() {
  local previous="\${words[CURRENT - 1]}" place='' index
  local -a candidates
  for ((index = 2; index < CURRENT; index++)); do
    case "$place/\${words[index]}" in
      ${pathPattern(places)}) place="$place/\${words[index]}" ;;
    esac
  done
  case "$place $previous" in
${valueCases(places, (values) => `compadd -- ${values.map((value) => quoted(value)).join(' ')}`, '_files')}
  esac
  case "$place" in
${places.map(({ path, candidates }) => `    ${quoted(path)}) candidates=(${candidates.map(({ word, description }) => quoted(`${word}:${description}`)).join(' ')}) ;;`).join('\n')}
  esac
  _describe -t words word candidates
  case "$place" in
    ${filePattern(places)}) _files ;;
  esac
}
if [[ "\${funcstack[1]}" = _${name} ]]; then _${functionName(name)} "$@"; else compdef _${functionName(name)} ${name}; fi
`;
}

function fishScript(name: string, places: readonly Place[]): string {
  const at = `__${functionName(name)}_at`;
  const lines = places.flatMap(({ path, candidates, takesFiles }) => {
    const start = `complete -c ${name} -n ${quoted(`${at} "${path}"`)}`;
    return [
      ...(takesFiles ? [`${start} -F`] : []),
      ...candidates.map(({ word, description, option }) => {
        const words = option === undefined ? `-a ${quoted(word)}` : fishOption(option);
        return `${start} ${words} -d ${quoted(description)}`;
      }),
    ];
  });
  return `# Completes ${name} in fish: source it, or put it into ~/.config/fish/completions/${name}.fish.
function ${at}
  set -l place ''
  for word in (commandline -opc)[2..-1]
    switch "$place/$word"
      case ${paths(places)
        .map((path) => quoted(path))
        .join(' ')}
        set place "$place/$word"
    end
  end
  test "$place" = "$argv[1]"
end
complete -c ${name} -f
${[...new Set(lines)].join('\n')}
`;
}

function fishOption(option: Option): string {
  const names = [
    ...(option.long === undefined ? [] : [`-l ${option.long.slice(2)}`]),
    ...(option.short === undefined ? [] : [`-s ${option.short.slice(1)}`]),
  ].join(' ');
  if (option.argChoices !== undefined) return `${names} -x -a ${quoted(option.argChoices.join(' '))}`;
  if (!option.required) return names;
  return isFile(option) ? `${names} -r -F` : `${names} -x`;
}

/** What may follow an option with a value: its choices, files, or nothing that is known. */
function valueCases(places: readonly Place[], complete: (values: readonly string[]) => string, files: string): string {
  return places
    .flatMap(({ path, candidates }) =>
      candidates.flatMap(({ word, option }) => {
        if (option?.required !== true) return [];
        const action = option.argChoices === undefined ? (isFile(option) ? files : ':') : complete(option.argChoices);
        return [`    ${quoted(`${path} ${word}`)}) ${action}; return ;;`];
      }),
    )
    .join('\n');
}

/** By what its help calls the value. */
function isFile({ flags }: Option): boolean {
  return /<[^>]*(file|folder|path)[^>]*>/.test(flags);
}

function paths(places: readonly Place[]): readonly string[] {
  return places.map(({ path }) => path).filter((path) => path !== '');
}

function pathPattern(places: readonly Place[]): string {
  return paths(places)
    .map((path) => quoted(path))
    .join(' | ');
}

function filePattern(places: readonly Place[]): string {
  return places
    .filter(({ takesFiles }) => takesFiles)
    .map(({ path }) => quoted(path))
    .join(' | ');
}

function functionName(name: string): string {
  return name.replaceAll('-', '_');
}

/** Between single quotes nothing is read by any of the shells but the quote itself. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
