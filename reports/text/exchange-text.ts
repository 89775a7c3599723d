// A request and its answer as lines for a terminal.

import type { HttpExchange } from '../../harness/files/exchange.js';
import { terminalText } from './terminal-text.js';

/** Longer lines are cut in the middle. */
const maxLineLength = 600;

/** Both the client and the target are untrusted, so every line is escaped. */
export function renderExchange({ request, answer, outcome, tookMs }: HttpExchange): readonly string[] {
  const sent =
    request === undefined ? ['nothing was sent'] : [`${request.method} ${request.path}`, ...linesOf(request)];
  const got =
    answer === undefined
      ? [`-> ${outcome}, after ${tookMs} ms`]
      : [`-> HTTP ${answer.status}, after ${tookMs} ms`, ...linesOf(answer)];
  return [...sent, ...got].map((line) => terminalText(line, maxLineLength));
}

function linesOf({
  headers,
  body,
  cborBytes,
}: NonNullable<HttpExchange['answer']> | NonNullable<HttpExchange['request']>): readonly string[] {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const shown = cborBytes === undefined ? body : `${body} (${cborBytes} bytes of CBOR)`;
  return [...lines, shown === '' ? '(no body)' : shown].map((line) => `   ${line}`);
}
