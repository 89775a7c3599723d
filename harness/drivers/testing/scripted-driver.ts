// Drivers of a few lines of Node.js, with faults, for tests.

import { shellQuote } from '../../text/shell-quote.js';

/** The beginning of every script: `say` writes a message, and the functions of `on` handle requests. */
const prelude = `
const say = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
const hello = { type: 'hello', protocol: 'pca-driver/1', language: 'test', sdk: { name: 'test', version: '1' }, capabilities: [] };
let on = {};
let rest = '';
process.stdin.on('data', (bytes) => {
  const lines = (rest + bytes).split('\\n');
  rest = lines.pop();
  for (const line of lines) { const message = JSON.parse(line); on[message.type]?.(message); }
});
on.hello = () => say(hello);
on.call = ({ id }) => say({ type: 'ok', id, output: {} });
on.bye = () => process.exit(0);
`;

/** A command that runs the script; an empty script is a correct driver. */
export function scriptedDriver(script = ''): string {
  return `exec ${shellQuote(process.execPath)} -e ${shellQuote(prelude + script)}`;
}
