import type { KnownEmulator } from '../known-emulator.js';

export const emulator: KnownEmulator = {
  title: 'AWS Emulator',
  homepage: 'https://github.com/aws/aws-emulator',
  license: 'CC0-1.0',
  install: ['the .deb or .rpm package that AWS publishes'],
  reach:
    '--target https://127.0.0.1:9297 --ca-file ~/.aws/emulator/9297/FILE_OF_ITS_CA.pem --access-key ID --secret-key KEY',
  remark:
    'Listens with TLS under a CA of its own and verifies signatures: give the keys that it generates below ~/.aws/emulator/9297.',
};
