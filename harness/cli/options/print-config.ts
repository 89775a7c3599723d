// `run --print-config`: what a run would do, as a configuration file with the origin of each value beside it.

import type { Command } from 'commander';
import { configOptionsOf, type ConfigOption } from './config-options.js';
import type { Origins } from './configuration.js';

export function renderConfig(run: Command, origins: Origins): string {
  const lines = configOptionsOf(run).map((option) => renderOption(option, run, origins.get(option.key)));
  const width = Math.max(...lines.filter(({ text }) => text.length <= 60).map(({ text }) => text.length));
  return [
    '# What decides, the first that says something: command line, environment, configuration file, default.',
    ...lines.map(({ text, origin }) => `${text.padEnd(width)}  # ${origin}`),
    '',
  ].join('\n');
}

interface Line {
  readonly text: string;
  readonly origin: string;
}

function renderOption({ key, option, isSecret }: ConfigOption, run: Command, origin: string | undefined): Line {
  const value: unknown = run.getOptionValue(option.attributeName());
  if (value === undefined) return { text: `# ${key}:`, origin: 'not given' };
  // Neither a secret nor its length is shown, and not whether it is the default.
  if (isSecret) return { text: `# ${key}: (hidden)`, origin: origin ?? 'default' };
  return { text: `${key}: ${inYaml(value)}`, origin: origin ?? 'default' };
}

/** JSON is YAML; what needs no quotes has none. */
function inYaml(value: unknown): string {
  return typeof value === 'string' && /^[A-Za-z][\w./:-]*$/.test(value) && !/^(true|false|null)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
