// A target from one function, for a user's own fake, which is called in process.

import type { Operation } from '../api/operation.js';
import type { Outcome } from '../api/outcome.js';
import type { PrincipalName, Principals } from '../api/principal.js';
import { accessCapabilities, type Capability, type Target } from '../api/target.js';
import { classifyError } from './classify.js';
import { withinLimits } from './within-limits.js';

export interface TargetDefinition {
  /** The name of the target in reports. */
  readonly name: string;
  /** The region of its CAs; by default `us-east-1`. */
  readonly region?: string | undefined;
  /** Its capabilities beyond the three policy operations; by default all that need no HTTP. */
  readonly offers?: readonly Capability[] | undefined;
  /**
   * Answers one call: resolves with the members of the answer, or throws an error whose `name` is that of the service's
   * error. Undefined means that the operation is not implemented. `as` is the principal that calls, one of `principals`; the
   * owner of the CAs calls without one.
   */
  readonly send: (operation: Operation, signal: AbortSignal, as?: PrincipalName) => Promise<object | undefined>;
  /** Who else can call it, with their accounts, such as `{ grantee: { account: '444455556666' } }`; by default nobody. */
  readonly principals?: Principals | undefined;
  /** Called once, after the last call. */
  readonly dispose?: (() => Promise<void>) | undefined;
}

/**
 * Creates a target from a function that answers calls.
 *
 * @example
 * const target = defineTarget({
 *   name: 'my fake',
 *   send: async ({ kind, input }) => myFake.handle(kind, input),
 * });
 */
export function defineTarget(definition: TargetDefinition): Target {
  const { name, region = 'us-east-1', offers, send, principals, dispose } = definition;
  return {
    name,
    region,
    offers: offers ?? [
      ...(['provision', 'states', 'restore', 'concurrency'] as const),
      ...(principals === undefined ? [] : accessCapabilities),
    ],
    principals,
    inProcess: true,
    call: (operation, options) =>
      withinLimits(options, async (signal) => {
        try {
          return outcomeOf(await send(operation, signal, options.as), operation);
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

/** Names of JavaScript's own errors, which are bugs of the fake and not answers of a service. */
const slips = ['Error', 'TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'EvalError', 'URIError'];

/** The status of the modelled errors, because a fake rarely gives one. */
function outcomeOfThrown(error: unknown): Outcome {
  const classified = classifyError(error);
  if (classified !== undefined) return classified;
  if (!(error instanceof Error) || slips.includes(error.name)) {
    const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { kind: 'http-fault', status: undefined, reason: `it threw ${words}` };
  }
  return { kind: 'service-error', error: error.name, status: 400, message: error.message };
}
