// Asks the registry of a release for the newest version, through the registry's own client on this machine: its
// configuration decides which registry that is.

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Package, Registry, Release } from '../../files/release.js';

/** Runs a program in a folder of its own, and resolves with what it prints. Rejects if it fails. */
export type Ask = (program: string, args: readonly string[], folder: string) => Promise<string>;

interface RegistryClient {
  readonly program: string;
  readonly argumentsFor: (name: string) => readonly string[];
  /** The version in the program's output, or in the names of the files that it wrote. */
  readonly versionIn: (output: string, files: readonly string[]) => string | undefined;
}

const clients: Readonly<Record<Registry, RegistryClient>> = {
  pypi: {
    program: 'python3',
    argumentsFor: (name) => ['-m', 'pip', '--disable-pip-version-check', 'index', 'versions', name],
    versionIn: (output) => /^\S+ \((\S+)\)$/m.exec(output)?.[1],
  },
  npm: {
    program: 'npm',
    argumentsFor: (name) => ['view', name, 'version'],
    versionIn: (output) => /^(\d\S*)$/m.exec(output)?.[1],
  },
  crates: {
    program: 'cargo',
    argumentsFor: (name) => ['info', '--quiet', name],
    // If the newest version does not run on this machine, it follows in brackets after the newest one that does.
    versionIn: (output) => /^version: (?:\S+ \(latest (\S+)\)|(\S+))/m.exec(output)?.slice(1).find(Boolean),
  },
  go: {
    program: 'go',
    argumentsFor: (name) => ['list', '-m', `${name}@latest`],
    versionIn: (output) => /^\S+ (v\S+)$/m.exec(output)?.[1],
  },
  maven: {
    program: 'mvn',
    argumentsFor: (name) => [
      '--batch-mode',
      '--quiet',
      '--update-snapshots',
      'dependency:copy',
      `-Dartifact=${name}:LATEST:pom`,
      '-DoutputDirectory=.',
    ],
    versionIn: (_output, files) => files.map((file) => /-(\d.*)\.pom$/.exec(file)?.[1]).find((found) => found),
  },
};

/** Rejects with an error that says why the registry cannot be asked. */
export async function newestVersion({ registry, name }: Package, ask: Ask = run): Promise<string> {
  const { program, argumentsFor, versionIn } = clients[registry];
  const folder = mkdtempSync(join(tmpdir(), 'pca-release-'));
  try {
    const output = await ask(program, argumentsFor(name), folder);
    const version = versionIn(output, readdirSync(folder));
    if (version === undefined) throw new Error(`${program} named no version`);
    return version;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One line on a published release. */
export async function describeRelease(published: Release, ask: Ask = run): Promise<string> {
  try {
    const newest = await newestVersion(published, ask);
    return isNewer(newest, published.version)
      ? `${published.registry} serves newer ${newest} than published ${published.version}`
      : `newest: ${published.version}`;
  } catch (error) {
    return `${published.registry} cannot be asked (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** Whether one version follows another: numbers are compared from the left, and a release follows its candidates. */
export function isNewer(version: string, than: string): boolean {
  const [left, right] = [partsOf(version), partsOf(than)];
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index += 1) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return right.isCandidate && !left.isCandidate;
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly isCandidate: boolean } {
  const [, digits = '', rest = ''] = /^v?(\d+(?:\.\d+)*)(.*)$/.exec(version) ?? [];
  return {
    numbers: digits.split('.').map(Number),
    isCandidate: /^[-.]?(?:a|b|rc|alpha|beta|dev|pre|SNAPSHOT)/i.test(rest),
  };
}

/** In milliseconds; a registry that does not answer in this time counts as unavailable. */
const patienceMs = 120_000;

const run: Ask = (program, args, folder) =>
  new Promise((resolve, reject) => {
    execFile(program, [...args], { cwd: folder, timeout: patienceMs }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(reasonOf(program, error, stderr)));
    });
  });

function reasonOf(program: string, error: Error, stderr: string): string {
  if ('code' in error && error.code === 'ENOENT') return `there is no ${program}`;
  if ('killed' in error && error.killed === true) return `${program} took too long`;
  const line = stderr.split('\n').find((each) => /error/i.test(each)) ?? '';
  return `${program} failed${line === '' ? '' : `: ${withoutAddresses(line.trim())}`}`;
}

/** The address of a registry is left to its client, and is not shown. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/\w+:\/\/\S+/g, '...').slice(0, 200);
}
