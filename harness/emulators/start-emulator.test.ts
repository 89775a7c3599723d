// Emulators as processes: starting, waiting for the first answer and ending. The emulator here is a few lines of Node.js.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StartRecipe } from './known-emulator.js';
import { emulatorIds, loadEmulators } from './load.js';
import { freePort, startByCommand, startByRecipe } from './start-emulator.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pca-conformance-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function recipeOf(source: string): StartRecipe {
  const path = join(folder, `${Math.abs(hash(source))}.mjs`);
  writeFileSync(path, source);
  return { program: process.execPath, argumentsFor: (port) => [path, String(port)] };
}

function hash(text: string): number {
  return [...text].reduce((sum, character) => (31 * sum + character.charCodeAt(0)) | 0, 7);
}

const listening = `
import { createServer } from 'node:http';
createServer((request, response) => response.writeHead(404).end(String(process.pid))).listen(process.argv[2], '127.0.0.1');
`;

async function isGone(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

test('waits for any first answer, and leaves no process behind', async () => {
  const late = listening.replace('createServer(', 'await new Promise((r) => setTimeout(r, 300)); createServer(');
  const emulator = await startByRecipe(recipeOf(late));
  const pid = Number(await (await fetch(emulator.url)).text());
  await emulator.stop();
  await emulator.stop();
  expect(await isGone(emulator.url)).toBe(true);
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('kills an emulator that does not end on request', async () => {
  const stubborn = `process.on('SIGTERM', () => {});${listening}`;
  const emulator = await startByRecipe(recipeOf(stubborn));
  await emulator.stop();
  expect(await isGone(emulator.url)).toBe(true);
});

test('shows the output of an emulator that ends immediately', async () => {
  const recipe = recipeOf("console.error('no such licence'); process.exit(3);");
  await expect(startByRecipe(recipe)).rejects.toThrow(/exit code 3\nno such licence/);
});

test('names a missing executable', async () => {
  const starting = startByRecipe(recipeOf(''), 'no-such-program-anywhere');
  await expect(starting).rejects.toMatchObject({
    message: 'there is no program no-such-program-anywhere',
    found: false,
  });
});

test('gives up on an emulator that never answers', async () => {
  const recipe = recipeOf('setInterval(() => {}, 1_000);');
  await expect(startByRecipe(recipe, undefined, { startLimitMs: 200 })).rejects.toThrow('no answer within 0.2 s');
});

test('all processes that a user command starts are ended', async () => {
  const path = join(folder, 'server.mjs');
  writeFileSync(path, listening);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const emulator = await startByCommand(`"${process.execPath}" "${path}" ${port} & wait`, url);
  await emulator.stop();
  expect(await isGone(url)).toBe(true);
});

test('processes that a failed command leaves behind are ended, and the command is named', async () => {
  const path = join(folder, 'server.mjs');
  writeFileSync(path, listening);
  const port = await freePort();
  const command = `"${process.execPath}" "${path}" ${port} & exit 3`;
  await expect(startByCommand(command, `http://127.0.0.1:${port}`)).rejects.toThrow(
    `"${command}" does not run: it ended with exit code 3`,
  );
  await expect.poll(() => isGone(`http://127.0.0.1:${port}`)).toBe(true);
});

test('every file describes an emulator', async () => {
  const emulators = await loadEmulators();
  expect(emulators.map(({ id }) => id)).toEqual(emulatorIds());
  expect(emulatorIds()).toContain('moto');
  for (const { homepage, install, reach } of emulators) {
    expect(homepage).toMatch(/^https:\/\//);
    expect(install.length).toBeGreaterThan(0);
    expect(reach).toMatch(/^--target https?:\/\//);
  }
});
