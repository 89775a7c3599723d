// The options that say how a target is reached, whatever names it.

import { clientNames } from '../../api/target.js';
import { choice, optionGroup, path, single, text, WrongValue, type Parsed } from './option-table.js';

export const connectionOptions = optionGroup('Target:', {
  region: single(
    '--region <region>',
    'the region to sign for',
    { read: readRegion },
    { default: 'us-east-1', replay: true },
  ),
  caFile: path('--ca-file <file>', 'PEM file of the authorities that the certificate of the endpoint is trusted by', {
    replay: true,
  }),
  accessKey: text('--access-key <id>', 'access key to sign with; live AWS uses the AWS_* variables instead', {
    default: 'AKIDEXAMPLE',
    replay: true,
  }),
  secretKey: text('--secret-key <key>', 'secret of the access key; live AWS uses the AWS_* variables instead', {
    default: 'example',
    secret: true,
    replay: true,
  }),
  client: choice(
    '--client <name>',
    'client of a URL target: of the suite, or the AWS SDK for JavaScript, which sends JSON only',
    clientNames,
    { default: 'own', replay: true, library: true },
  ),
});

/** Throws a `WrongValue`. */
export function readRegion(given: string): string {
  if (/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(given)) return given;
  throw new WrongValue('is not the name of a region; give one such as us-east-1.');
}

export type ConnectionOptions = Parsed<typeof connectionOptions>;
