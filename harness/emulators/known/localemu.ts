import type { KnownEmulator } from '../known-emulator.js';

export const emulator: KnownEmulator = {
  title: 'LocalEmu',
  homepage: 'https://github.com/localemu/localemu',
  license: 'Apache-2.0',
  version: '1.3.2',
  package: { registry: 'pypi', name: 'localemu' },
  install: ['python3 -m pip install localemu==1.3.2'],
  start: {
    program: 'localemu',
    argumentsFor: (port) => ['start', '--host', '127.0.0.1', '--port', String(port)],
  },
  principals: { grantee: 'account:222222222222', third: 'account:333333333333' },
  reach: '--target http://127.0.0.1:4566',
  remark:
    'Answers AWS Private CA through the code of moto. Version 1.3.2 stops answering in the middle of a run, so that no results are published.',
};
