// Lets only so many calls be in progress at a time; the others wait in line.

import pLimit from 'p-limit';
import type { Send } from './send.js';

/** Without a limit, every call is sent at once. */
export function inLine(send: Send, concurrency: number | undefined): Send {
  if (concurrency === undefined) return send;
  const line = pLimit(concurrency);
  return (call, options) => line(() => send(call, options));
}
