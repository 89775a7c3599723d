import type { KnownEmulator } from '../known-emulator.js';

export const emulator: KnownEmulator = {
  title: 'winterbaume',
  homepage: 'https://github.com/moriyoshi/winterbaume',
  license: 'Apache-2.0',
  version: '0.2.8',
  package: { registry: 'crates', name: 'winterbaume-server' },
  install: ['cargo install --locked winterbaume-server@0.2.8'],
  start: {
    program: 'winterbaume-server',
    argumentsFor: (port) => ['--host', '127.0.0.1', '--port', String(port)],
  },
  reach: '--target http://127.0.0.1:5555',
  remark: 'Some hundred crates are compiled for it, which takes about an hour on two cores.',
};
