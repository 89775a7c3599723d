// A target made of one function: for a fake of one's own, which is called in the process.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { Capability, Target } from '../api/target.js';
import { classifyError } from './classify.js';
import { withinLimits } from './within-limits.js';

export interface TargetDefinition {
  /** What it is called in reports. */
  readonly name: string;
  /** The region in which its CAs are; `us-east-1` where nothing is said. */
  readonly region?: string | undefined;
  /** What it can do beyond the three operations on policies; everything that needs no HTTP where nothing is said. */
  readonly offers?: readonly Capability[] | undefined;
  /**
   * Answers one call: resolves with the members of the answer, or throws an error whose `name` is that of the service's
   * error. Undefined says that the operation is not offered.
   */
  readonly send: (operation: Operation, signal: AbortSignal) => Promise<object | undefined>;
  /** Called once, when no call will follow. */
  readonly dispose?: (() => Promise<void>) | undefined;
}

/**
 * Makes a target of a function that answers calls.
 *
 * @example
 * const target = defineTarget({
 *   name: 'my fake',
 *   send: async ({ kind, input }) => myFake.handle(kind, input),
 * });
 */
export function defineTarget({ name, region = 'us-east-1', offers, send, dispose }: TargetDefinition): Target {
  return {
    name,
    region,
    offers: offers ?? ['provision', 'states', 'restore', 'concurrency'],
    inProcess: true,
    call: (operation, options) =>
      withinLimits(options, async (signal) => {
        try {
          return outcomeOf(await send(operation, signal), operation);
        } catch (error) {
          return outcomeOfThrown(error);
        }
      }),
    dispose: dispose ?? (async () => {}),
  };
}

function outcomeOf(output: object | undefined, { kind }: Operation): Outcome {
  if (output === undefined) return { kind: 'not-implemented', reason: `${kind} is answered with nothing` };
  const members = Object.entries(output).filter(([member, value]) => member !== '$metadata' && value !== undefined);
  return { kind: 'success', output: Object.fromEntries(members) };
}

/** Names of errors that the language itself throws: a slip of the fake, and no answer of a service. */
const slips = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'URIError'];

/** A fake seldom says with which status its error would have come; that of the modelled errors is 400. */
function outcomeOfThrown(error: unknown): Outcome {
  const classified = classifyError(error);
  if (classified !== undefined) return classified;
  if (!(error instanceof Error) || slips.includes(error.name)) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'http-fault', status: undefined, reason: `it threw ${words}` };
  }
  return { kind: 'service-error', error: error.name, status: 400, message: error.message };
}
