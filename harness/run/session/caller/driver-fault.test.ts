// A driver that breaks its protocol ends the run.

import { expect, test } from 'vitest';
import { DriverFault } from '../../../api/driver-fault.js';
import { get } from '../../../testing/sends.js';
import { createDriverFaults } from './driver-fault.js';
import { createRunEnd } from './run-end.js';

test('its first fault is kept in full, and the first line is the reason of the end', async () => {
  const run = createRunEnd(() => undefined);
  const faults = createDriverFaults(run);
  const failing = (message: string) =>
    faults.endingOnFault(async () => {
      throw new DriverFault(message);
    })(get, { deadlineMs: 1_000 });
  const end = { name: 'InconclusiveRun', message: 'no JSON', budgetIsSpent: false };
  await expect(failing('no JSON\nits output')).rejects.toMatchObject(end);
  await expect(failing('another fault')).rejects.toMatchObject(end);
  expect([faults.first(), run.isOver()]).toEqual(['no JSON\nits output', true]);
});

test('another error is a fault of the suite and passes through', async () => {
  const run = createRunEnd(() => undefined);
  const send = createDriverFaults(run).endingOnFault(async () => {
    throw new TypeError('a bug');
  });
  await expect(send(get, { deadlineMs: 1_000 })).rejects.toThrow(TypeError);
  expect(run.isOver()).toBe(false);
});
