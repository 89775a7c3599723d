import type { KnownEmulator } from '../known-emulator.js';

export const emulator: KnownEmulator = {
  title: 'fakecloud',
  homepage: 'https://github.com/faiscadev/fakecloud',
  license: 'AGPL-3.0-or-later',
  version: '0.51.0',
  package: { registry: 'crates', name: 'fakecloud' },
  install: ['cargo install --locked fakecloud@0.51.0'],
  start: {
    program: 'fakecloud',
    argumentsFor: (port) => ['--addr', `127.0.0.1:${port}`],
  },
  reach: '--target http://127.0.0.1:4566',
  remark: 'Some hundred crates are compiled for it, which takes about an hour on two cores.',
};
