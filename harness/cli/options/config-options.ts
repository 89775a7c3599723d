// The options of `run` as keys of the configuration file and as environment variables: derived from the options
// themselves, so that a new one is there without being registered anywhere.

import type { Command, Option } from 'commander';

export interface ConfigOption {
  /** Its key in the file: as on the command line, without the dashes. */
  readonly key: string;
  /** Its environment variable. */
  readonly variable: string;
  readonly kind: 'flag' | 'list' | 'value';
  readonly choices: readonly string[];
  readonly description: string;
  /** Whether its value is not to be shown. */
  readonly isSecret: boolean;
  readonly option: Option;
}

export const variablePrefix = 'PCA_CONFORMANCE_';

/** These say where the others come from, or are no property of a run. */
const notInFile = ['config', 'print-config'];

export function configOptionsOf(run: Command): readonly ConfigOption[] {
  return run.options
    .filter((option) => !notInFile.includes(option.name()))
    .map((option) => {
      // `--no-color` is the key `color`, which is true or false.
      const key = option.name().replace(/^no-/, '');
      return {
        key,
        variable: variablePrefix + key.replaceAll('-', '_').toUpperCase(),
        kind: kindOf(option),
        choices: option.argChoices ?? [],
        description: option.description,
        isSecret: /secret|password|token/.test(key),
        option,
      };
    });
}

function kindOf({ required, optional, defaultValue }: Option): ConfigOption['kind'] {
  if (!required && !optional) return 'flag';
  return Array.isArray(defaultValue) ? 'list' : 'value';
}
