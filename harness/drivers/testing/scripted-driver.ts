// Drivers of a few lines of Node.js, for what a driver may do wrong.

import { shellQuote } from '../../text/shell-quote.js';

/** What every script begins with: `say` writes a message, `on` is called for each that comes. */
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

/** A command that runs the script; unless it says otherwise it is a driver that does everything right. */
export function scriptedDriver(script = ''): string {
  return `exec ${shellQuote(process.execPath)} -e ${shellQuote(prelude + script)}`;
}
