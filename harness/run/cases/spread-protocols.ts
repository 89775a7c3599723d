// Spreads the calls of cases over the protocols that a target answers, so that suites need not know of protocols.

import type { Case, Step } from '../../api/case.js';
import { isPolicyOperation } from '../../api/operation.js';
import type { Protocol } from '../../api/protocol.js';
import { streamSeed } from './seed.js';

/** Where a case stands among those of its input class in a run; the first one has place 0. */
export interface Place {
  readonly seed: number;
  readonly index: number;
}

/**
 * The case with a protocol for each call that can have one: the first case of an input class is in JSON, the second in CBOR,
 * and each call of later ones in either. A case that states protocols itself, or with a hand-made request, stays as it is.
 */
export function spread(subject: Case, protocols: readonly Protocol[], place: Place): Case {
  if (!protocols.includes('cbor') || subject.steps.some((step) => isFixed(step))) return subject;
  const isInCbor = protocols.includes('json') ? choose(place) : () => true;
  return {
    ...subject,
    steps: subject.steps.map((step, index) =>
      canBeInCbor(step) && isInCbor(index) ? { ...step, protocol: 'cbor' } : step,
    ),
  };
}

/** The same calls in JSON; undefined if no step is in CBOR, or if the case needs it to be. */
export function inJson(subject: Case): Case | undefined {
  if (!subject.steps.some(({ protocol }) => protocol === 'cbor')) return undefined;
  if (subject.steps.some(({ guarantee }) => guarantee === 'same-as-before')) return undefined;
  return { ...subject, steps: subject.steps.map((step) => stepInJson(step)) };
}

export function stepInJson({ protocol: _protocol, ...step }: Step): Step {
  return step;
}

function isFixed({ operation, protocol }: Step): boolean {
  return operation.kind === 'RawRequest' || protocol !== undefined;
}

/** A lone surrogate can be said in JSON only. */
function canBeInCbor({ operation }: Step): boolean {
  if (operation.kind === 'RawRequest' || !isPolicyOperation(operation)) return false;
  return Object.values(operation.input).every((text) => !/\p{Surrogate}/u.test(text));
}

/** Whether the call of each step is in CBOR. */
function choose({ seed, index }: Place): (step: number) => boolean {
  if (index < 2) return () => index === 1;
  const bits = streamSeed(seed, 'protocols', String(index));
  return (step) => ((bits >>> (step % 32)) & 1) === 1;
}
