// What `--trace` and `--trace-all` add to a target: exchanges are kept for the failures, or written to a file.

import type { HttpExchange } from '../../files/exchange.js';
import type { Outcome } from '../../api/outcome.js';
import type { Target } from '../../api/target.js';
import type { Clock } from './clock.js';
import type { OutputOptions } from '../options/output-options.js';
import type { Redaction } from '../../files/event-log.js';
import { openExchangeFile } from '../../files/exchange-file.js';
import { recordExchanges } from './record-exchanges.js';

export interface Tracing {
  readonly target: Target;
  /** The exchange that led to an outcome; undefined if none are kept. */
  readonly exchangeOf: (outcome: Outcome) => HttpExchange | undefined;
  /** How many exchanges are not in the file because it had reached its limit. */
  leftOut(): number;
  close(): void;
}

/** Throws the error of the file system if the file cannot be written. */
export function beginTracing(
  target: Target,
  { trace, traceFile, redactor }: Partial<OutputOptions> & { readonly redactor?: Redaction | undefined },
  clock: Clock,
  onExchange?: (exchange: HttpExchange) => void,
): Tracing {
  const file = traceFile === undefined ? undefined : openExchangeFile(traceFile);
  // Keyed by the outcome itself: an exchange is released with its outcome, so that memory does not grow.
  const kept = new WeakMap<Outcome, HttpExchange>();
  const isAsked = trace === true || file !== undefined || onExchange !== undefined;
  const record = (recorded: HttpExchange, outcome: Outcome): void => {
    const exchange = redactor?.value(recorded) ?? recorded;
    if (trace === true) kept.set(outcome, exchange);
    file?.write(exchange);
    onExchange?.(exchange);
  };
  return {
    target: isAsked ? recordExchanges(target, clock, record) : target,
    exchangeOf: (outcome) => kept.get(outcome),
    leftOut: () => file?.leftOut() ?? 0,
    close: () => file?.close(),
  };
}
