// The versions that decide what a run does.

import { readFileSync } from 'node:fs';
import { requirementSetRevision } from '../catalogue/revision.js';

export function packageVersion(): string {
  const found = ['../../package.json', '../../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .map((url) => readIfThere(url))
    .find((text) => text !== undefined);
  const parsed: unknown = JSON.parse(found ?? '{}');
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string') {
    return parsed.version;
  }
  return 'unknown';
}

/** What `--version` says. */
export function versionLines(): string {
  const lines = [
    `pca-conformance ${packageVersion()}`,
    `requirement set ${requirementSetRevision}`,
    `Node.js ${process.version}`,
  ];
  return lines.join('\n');
}

function readIfThere(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}
