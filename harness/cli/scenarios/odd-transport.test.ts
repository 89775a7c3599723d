// Any way to speak HTTP that HTTP permits is accepted: only the answers are judged.

import { join } from 'node:path';
import { expect } from 'vitest';
import { readResults, test } from '../../testing/cli-test.js';
import { oddTransports, startOddTransport } from '../../testing/odd-transport.js';
import { runInProcess } from '../../testing/run-in-process.js';

test.concurrent.for(oddTransports)('$title', async (transport, { folder }) => {
  const server = await startOddTransport(transport);
  try {
    const topics = ['wire/*', 'errors/*', 'put-policy/*', 'get-policy/*', 'delete-policy/*', 'policy-text/*'];
    const filters = topics.flatMap((topic) => ['--filter', topic]);
    const args = ['run', '--target', server.url, '--profile', 'smoke', '--seed', '1', '--quiet', ...filters];
    const { code, stderr } = await runInProcess([...args, '--out', 'out'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { checks } = readResults(join(folder, 'out'));
    expect(
      checks
        .filter(({ verdict, level }) => verdict !== 'pass' && level !== 'note')
        .map(({ id, reason }) => ({ id, reason })),
    ).toEqual([]);
  } finally {
    await server.close();
  }
});
