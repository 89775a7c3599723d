// `serve`: hosts the reference service over HTTP until it is stopped.

import { dirname } from 'node:path';
import { accessSync, constants } from 'node:fs';
import { startEmulator, type Emulator } from '../../emulator/emulator.js';
import { StateFileError } from '../../emulator/state-file.js';
import { activateAuthority, type Ask } from '../../api/activate-authority.js';
import { constraintsOf } from '../../api/constraints.js';
import type { Operation } from '../../api/operation.js';
import type { Output } from '../../api/outcome.js';
import { presetPrincipals } from '../../api/principal.js';
import { partitionOf } from '../../api/resource-arn.js';
import { createOracle } from '../../model/oracle.js';
import { referenceService } from '../../model/reference-service.js';
import { decodeState, encodeState } from '../../model/state/state-codec.js';
import type { Principal } from '../../model/state/state.js';
import { exitCodes } from '../../results/exit-code.js';
import { CommandFailure, errorMessage, usageError } from '../output/failure.js';
import type { Parsed } from '../../run/options/option-table.js';
import type { serveOptions } from '../options/serve-options.js';
import type { Terminal } from '../output/terminal.js';

type ServeOptions = Parsed<typeof serveOptions>;

/** Resolves with the exit code, when a signal has ended the emulator. */
export async function serveCommand(options: ServeOptions, terminal: Terminal): Promise<number> {
  const { account, region, seedCount } = options;
  const caller = { partition: partitionOf(region), region, account };
  const emulator = await start(options, caller);
  try {
    const arns = await seedAuthorities(emulator, seedCount);
    const stopped = toldToStop(terminal);
    terminal.stdout.write(`${[emulator.url, ...arns].join(' ')}\n`);
    await stopped;
  } finally {
    await stop(emulator);
  }
  return exitCodes.conforms;
}

async function stop(emulator: Emulator): Promise<void> {
  try {
    await emulator.close();
  } catch (error) {
    throw new CommandFailure(exitCodes.suiteFault, `The state file could not be saved: ${errorMessage(error)}`);
  }
}

async function start(options: ServeOptions, caller: Principal): Promise<Emulator> {
  const { host, port, state: path, accessKey, secretKey } = options;
  if (path !== undefined) requireFolder(path);
  try {
    return await startEmulator({
      service: referenceService(caller, createOracle(constraintsOf(options.modelRevision))),
      nowMs: () => Date.now(),
      ...caller,
      principals: presetPrincipals(caller),
      host,
      port,
      requireSignature: options.requireSignature ? { accessKeyId: accessKey, secretAccessKey: secretKey } : undefined,
      persistence:
        path === undefined ? undefined : { path, encode: encodeState, decode: (data) => decodeState(data, caller) },
    });
  } catch (error) {
    throw startFailure(error, host, port);
  }
}

function requireFolder(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw usageError(`--state ${path} cannot be written: ${errorMessage(error)}. Give a file in a folder that can be.`);
  }
}

function startFailure(error: unknown, host: string, port: number): unknown {
  if (error instanceof StateFileError) return usageError(error.message);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return usageError(`Port ${port} of ${host} is taken; give another one with --port, or 0 for a free one.`);
    case 'EACCES':
      return usageError(`Port ${port} of ${host} needs rights that you do not have; give one above 1023 with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return usageError(`--host ${host} is not an address of this machine; give one such as 127.0.0.1.`);
    default:
      return new CommandFailure(exitCodes.suiteFault, `The server did not start: ${errorMessage(error)}`);
  }
}

/** So many CAs: first those from the state file, then new active roots. */
async function seedAuthorities(emulator: Emulator, count: number): Promise<readonly string[]> {
  const arns = count === 0 ? [] : (await knownAuthorities(emulator)).slice(0, count);
  while (arns.length < count) arns.push(await seedAuthority(emulator, arns.length + 1));
  return arns;
}

/** The CAs that are not deleted. */
async function knownAuthorities(emulator: Emulator): Promise<string[]> {
  const arns: string[] = [];
  let page: { readonly NextToken?: string } = {};
  do {
    const output = await perform(emulator, { kind: 'ListCertificateAuthorities', input: page });
    const listed = output['CertificateAuthorities'] as readonly { readonly Arn: string; readonly Status: string }[];
    arns.push(...listed.filter(({ Status: status }) => status !== 'DELETED').map(({ Arn: arn }) => arn));
    page = typeof output['NextToken'] === 'string' ? { NextToken: output['NextToken'] } : {};
  } while (page.NextToken !== undefined);
  return arns;
}

async function perform(emulator: Emulator, operation: Operation): Promise<Output> {
  const outcome = await emulator.perform(operation);
  if (outcome.kind === 'success') return outcome.output;
  throw new CommandFailure(exitCodes.suiteFault, `A CA could not be created: ${operation.kind} failed.`);
}

async function seedAuthority(emulator: Emulator, index: number): Promise<string> {
  const created = await perform(emulator, {
    kind: 'CreateCertificateAuthority',
    input: {
      CertificateAuthorityType: 'ROOT',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'EC_prime256v1',
        SigningAlgorithm: 'SHA256WITHECDSA',
        Subject: { CommonName: `pca-conformance seed ${index}` },
      },
    },
  });
  const arn = String(created['CertificateAuthorityArn']);
  const ask: Ask = async (operation, member = '') => String((await perform(emulator, operation))[member]);
  await activateAuthority(arn, ask, { Type: 'YEARS', Value: 10 });
  return arn;
}

/** A second signal ends the process at once, as if there were no listener. */
function toldToStop({ onSignal }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    const stopListening = onSignal(() => {
      stopListening();
      resolve();
    });
  });
}
