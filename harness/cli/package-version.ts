// The version of the installed package.

import { readFileSync } from 'node:fs';

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

function readIfThere(url: URL): string | undefined {
  try {
    return readFileSync(url, 'utf8');
  } catch {
    return undefined;
  }
}
