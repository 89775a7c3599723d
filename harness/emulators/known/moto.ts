import type { KnownEmulator } from '../known-emulator.js';

export const emulator: KnownEmulator = {
  title: 'moto',
  homepage: 'https://github.com/getmoto/moto',
  license: 'Apache-2.0',
  version: '5.2.5',
  package: { registry: 'pypi', name: 'moto' },
  install: ["python3 -m pip install 'moto[server]==5.2.5'"],
  start: {
    program: 'moto_server',
    argumentsFor: (port) => ['-H', '127.0.0.1', '-p', String(port)],
  },
  principals: {
    grantee: 'role:arn:aws:iam::222222222222:role/grantee',
    grantee2: 'role:arn:aws:iam::222222222222:role/grantee2',
    third: 'role:arn:aws:iam::333333333333:role/third',
  },
  reach: '--target http://127.0.0.1:5000',
};
