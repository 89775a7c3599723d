// Targets that do nothing useful, but that a superficial suite takes for conforming. None may pass a
// check that it does not truly satisfy.

import { success } from '../../api/outcome.js';
import { createHash } from 'node:crypto';
import { isPolicyOperation } from '../../api/operation.js';
import { serviceModels, newestModelRevision } from '../../api/service-model.js';
import { mutate, refusal, stores, type ServiceMutation } from '../../mutants/mutate.js';
import type { Named } from '../../mutants/named.js';

/** The parts of a request that a null implementation sees. */
export interface NullRequest {
  readonly body: string;
  /** How many requests came before. */
  readonly count: number;
}

export type NullAnswer =
  | { readonly kind: 'reply'; readonly status: number; readonly contentType: string; readonly body: string }
  /** These bytes instead of an HTTP answer. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The connection is reset. */
  | { readonly kind: 'reset' }
  /** No answer at all. */
  | { readonly kind: 'silence' };

/** The same answer to every request, whatever it asks. */
export type Reflex = (request: NullRequest) => NullAnswer;

export interface NullImplementation {
  /** What it does, in a sentence. */
  readonly does: string;
  /** Whether it never answers some calls. */
  readonly isSilent?: boolean;
  /**
   * - `everything`: answers every request by a reflex, so that no CA could be created;
   * - `policies`: answers the three policy operations by a reflex; its CAs are those of the emulator;
   * - `memory`: the emulator, with something else instead of its memory for policies.
   */
  readonly behaviour:
    | { readonly kind: 'everything'; readonly reflex: Reflex }
    | { readonly kind: 'policies'; readonly reflex: Reflex }
    | { readonly kind: 'memory'; readonly mutate: ServiceMutation };
}

interface NamedReflex {
  readonly id: string;
  readonly does: string;
  readonly isSilent?: boolean;
  readonly reflex: Reflex;
}

/** The errors that the model declares for any of the three operations, and errors common to all services. */
const errors: readonly string[] = [
  ...serviceModels[newestModelRevision].errors.PutPolicy,
  'ValidationException',
  'AccessDeniedException',
  'ThrottlingException',
];

const reflexes: readonly NamedReflex[] = [
  { id: 'accepts', does: 'accepts every call with {}', reflex: () => json(200, '{}') },
  ...errors.map((error) => ({
    id: `answers-${error}`,
    does: `refuses every call with ${error}`,
    reflex: () => json(400, JSON.stringify({ __type: error, message: 'no' })),
  })),
  {
    id: 'answers-500',
    does: 'answers every call with status 500',
    reflex: () => ({ kind: 'reply', status: 500, contentType: 'text/plain', body: 'Internal Server Error' }),
  },
  {
    id: 'answers-a-page',
    does: 'answers every call with a page and status 200',
    reflex: () => ({ kind: 'reply', status: 200, contentType: 'text/html', body: '<!doctype html><title>Hi</title>' }),
  },
  { id: 'echoes', does: 'answers every call with its own body', reflex: ({ body }) => json(200, body) },
  { id: 'answers-noise', does: 'answers every call with random bytes', reflex: ({ count }) => noise(count) },
  { id: 'resets', does: 'resets every connection', reflex: () => ({ kind: 'reset' }) },
  { id: 'hangs', does: 'answers no call', isSilent: true, reflex: () => ({ kind: 'silence' }) },
];

export const nullImplementations: readonly Named<NullImplementation>[] = [
  ...reflexes.map(({ id, does, reflex, ...more }) => ({
    ...more,
    id: `everything/${id}`,
    does: `It ${does}.`,
    behaviour: { kind: 'everything', reflex } as const,
  })),
  ...reflexes.map(({ id, does, reflex, ...more }) => ({
    ...more,
    id: `policies/${id}`,
    does: `Its CAs are those of the emulator; of the policy operations it ${does}.`,
    behaviour: { kind: 'policies', reflex } as const,
  })),
  {
    id: 'memory/keeps-nothing',
    does: 'It refuses what is wrong, accepts what is right, and keeps no policy.',
    behaviour: { kind: 'memory', mutate: stores(({ right }) => (right.kind === 'success' ? null : undefined)) },
  },
  {
    id: 'memory/has-one-slot',
    does: 'It keeps the text that was put last, whatever it is and whichever CA it was put on.',
    behaviour: { kind: 'memory', mutate: oneSlot() },
  },
];

function oneSlot(): ServiceMutation {
  return mutate<string | undefined>(undefined, ({ operation, ask, memory: slot, remember }) => {
    if (!isPolicyOperation(operation)) return ask(operation);
    switch (operation.kind) {
      case 'PutPolicy':
        remember(operation.input.Policy);
        return success();
      case 'GetPolicy':
        return slot === undefined ? refusal('ResourceNotFoundException') : success({ Policy: slot });
      case 'DeletePolicy':
        remember(undefined);
        return success();
      default:
        return operation satisfies never;
    }
  });
}

function json(status: number, body: string): NullAnswer {
  return { kind: 'reply', status, contentType: 'application/x-amz-json-1.1', body };
}

/** Different bytes each time, but the same ones in every run. */
function noise(count: number): NullAnswer {
  return { kind: 'bytes', bytes: createHash('sha512').update(String(count)).digest() };
}
