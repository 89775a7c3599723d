// Call sequences are cases of their input class, and shrink to minimal sequences.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case, GivenAuthority } from '../harness/api/case.js';
import type { ApiCall } from '../harness/api/raw-request.js';
import { deletes, gets, moves, callSequences, puts, repeats, type SequenceClass } from './call-sequences.js';

const several: readonly GivenAuthority[] = ['usable', 'usable', 'usable', 'usable'];
const documented: SequenceClass = {
  inputClass: 's',
  calls: { min: 21, max: 60 },
  kinds: [gets(5), puts(3), deletes(1)],
  given: several,
};

function kindsOf({ steps }: Case): readonly string[] {
  return steps.map(({ operation }) => operation.kind);
}

/** The steps on each CA of the case. */
function stepsByAuthority({ given, steps }: Case): readonly (readonly Case['steps'][number][])[] {
  return [...given.keys()].map((index) =>
    steps.filter(({ operation }) => JSON.stringify(operation.input).includes(`{{ca${index}.arn}}`)),
  );
}

function letterOf(operation: ApiCall): string {
  switch (operation.kind) {
    case 'UpdateCertificateAuthority':
      return operation.input.Status === 'DISABLED' ? 'd' : 'e';
    case 'DeleteCertificateAuthority':
      return 'x';
    case 'RestoreCertificateAuthority':
      return 'r';
    default:
      return 'p';
  }
}

/** The smallest sequence that a property rejects. */
function smallest(arbitrary: fc.Arbitrary<Case>, holds: (subject: Case) => boolean): Case {
  const { counterexample } = fc.check(fc.property(arbitrary, holds), { seed: 5, numRuns: 200 });
  if (counterexample === null) throw new Error('No sequence was rejected.');
  return counterexample[0];
}

describe('a call sequence', () => {
  test('has a number of calls within its limits, on at least two CAs', () => {
    fc.assert(
      fc.property(callSequences(documented), ({ steps, given }) => {
        expect(steps.length).toBeGreaterThanOrEqual(21);
        expect(steps.length).toBeLessThanOrEqual(60);
        expect(given.length).toBeGreaterThanOrEqual(2);
        expect(given.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  test('uses every CA of the case, and begins with a put on each', () => {
    fc.assert(
      fc.property(callSequences(documented), (subject) => {
        for (const own of stepsByAuthority(subject)) expect(own[0]?.operation.kind).toBe('PutPolicy');
      }),
    );
  });

  test('puts each policy once, unless it repeats a put', () => {
    fc.assert(
      fc.property(callSequences(documented), ({ steps }) => {
        const texts = steps.flatMap(({ operation }) =>
          operation.kind === 'PutPolicy' ? [operation.input.Policy] : [],
        );
        expect(new Set(texts).size).toBe(texts.length);
      }),
    );
    const repeating = callSequences({ ...documented, given: ['usable'], kinds: [repeats(1)] });
    fc.assert(
      fc.property(repeating, ({ steps }) => {
        expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(1);
      }),
    );
  });

  test('changes the state of a CA only as allowed, and only restores a deleted CA', () => {
    const kinds = [gets(2), puts(1), moves(3)];
    const given: readonly GivenAuthority[] = ['ACTIVE', 'PENDING_CERTIFICATE'];
    fc.assert(
      fc.property(callSequences({ ...documented, kinds, given }), (subject) => {
        for (const [index, own] of stepsByAuthority(subject).entries()) {
          const path = own.map(({ operation }) => letterOf(operation)).join('');
          // p: policy call, d: disable, e: enable, x: delete the CA, r: restore it.
          expect(path).toMatch(index === 0 ? /^p+(d(p|xr)*(e|$)p*|dp*(xrp*)*x$)*$/ : /^p+(xrp*)*x?$/);
        }
      }),
    );
  });

  test('is the same from the same seed', () => {
    const sample = (): readonly Case[] => fc.sample(callSequences(documented), { seed: 3, numRuns: 5 });
    expect(sample()).toEqual(sample());
  });
});

describe('a shrunk call sequence', () => {
  test('is a single put on a single CA if every sequence fails', () => {
    const subject = smallest(callSequences(documented), () => false);
    expect(kindsOf(subject)).toEqual(['PutPolicy']);
    expect(subject.given).toEqual(['usable']);
    expect(JSON.stringify(subject)).toContain('call1a');
  });

  test('keeps only the calls that are needed', () => {
    const deletesWhatWasPut = (subject: Case): boolean =>
      !stepsByAuthority(subject).some((own) => own.some(({ operation }) => operation.kind === 'DeletePolicy'));
    expect(kindsOf(smallest(callSequences(documented), deletesWhatWasPut))).toEqual(['PutPolicy', 'DeletePolicy']);
  });

  test('keeps two CAs if two are needed', () => {
    const subject = smallest(callSequences(documented), ({ given }) => given.length < 2);
    expect(kindsOf(subject)).toEqual(['PutPolicy', 'PutPolicy']);
    expect(subject.given).toEqual(['usable', 'usable']);
  });
});
