// Claims about the two protocols together: the same call has the same outcome in both, and both act on one policy. Each is
// judged by comparing two answers, whatever they are.

import fc from 'fast-check';
import { call, get, put, remove } from '../generators/calls.js';
import { ownerPolicy } from '../generators/policy.js';
import { acceptedControl, provocationsOf } from '../generators/provocations.js';
import { mixedShapes, pairShapes } from '../generators/schedule-shapes.js';
import { schedules } from '../generators/schedule.js';
import type { Case, Step } from '../harness/api/case.js';
import type { Constraints } from '../harness/api/constraints.js';
import { protocols, type Protocol } from '../harness/api/protocol.js';
import type { Check, InputClass } from '../harness/run/cases/check.js';
import { overPolicies } from './over-policies.js';

const needs = ['wire', 'cbor'] as const;

/** The same call in one protocol and then in the other. */
function inBoth(first: Protocol, step: (judged: Pick<Step, 'guarantee' | 'protocol'>) => Step): readonly Step[] {
  const second: Protocol = first === 'json' ? 'cbor' : 'json';
  return [step({ guarantee: 'any-answer', protocol: first }), step({ guarantee: 'same-as-before', protocol: second })];
}

/** A read in the protocol of the last write, compared with one in the other. */
function reads(first: Protocol): readonly Step[] {
  return inBoth(first, ({ guarantee = 'any-answer', protocol = 'json' }) => get('subject', { guarantee, protocol }));
}

function writes(id: string, protocol: Protocol, steps: (first: string, second: string) => readonly Step[]): InputClass {
  return overPolicies(`${id}-by-${protocol}`, (first, second) => [...steps(first, second), ...reads(protocol)]);
}

/** Every write in each protocol. */
const changes: readonly InputClass[] = protocols.flatMap((protocol) => [
  writes('put', protocol, (policy) => [put('control', policy, { protocol })]),
  writes('overwrite', protocol, (first, second) => [
    put('control', first, { protocol: protocol === 'json' ? 'cbor' : 'json' }),
    put('control', second, { protocol }),
  ]),
  writes('delete', protocol, (policy) => [
    put('control', policy, { protocol: protocol === 'json' ? 'cbor' : 'json' }),
    put('control', policy, { protocol }),
    remove('control', { protocol }),
  ]),
]);

/** Several writes, each in a protocol of its own, with reads in both after each. */
function histories(): InputClass {
  const id = 'history';
  const write = fc.record({
    protocol: fc.constantFrom(...protocols),
    deletes: fc.nat({ max: 5 }).map((one) => one === 0),
    document: ownerPolicy(),
  });
  const cases = fc.array(write, { minLength: 4, maxLength: 8 }).map((all): Case => {
    const steps = all.flatMap(({ protocol, deletes, document }) => [
      put('control', JSON.stringify(document), { protocol }),
      ...(deletes ? [remove('control', { protocol })] : []),
      ...reads(protocol),
    ]);
    return { inputClass: id, given: ['usable'], steps };
  });
  return { id, cases };
}

/** Texts that protocols spell differently, and those at the limit of the length. */
function texts({ policy: { maxLength } }: Constraints): readonly InputClass[] {
  const forms: readonly (readonly [id: string, rewrite: (policy: string) => string])[] = [
    ['tabs', (policy) => policy.replaceAll(',', ',\t')],
    ['carriage-returns', (policy) => policy.replaceAll(',', ',\r')],
    ['line-feeds', (policy) => policy.replaceAll(',', ',\n')],
    ['two-byte-characters', (policy) => policy.replaceAll('"Sid":"', '"Sid":"\u00ff\u0080\u00e9')],
    ['delete-character', (policy) => policy.replaceAll('"Sid":"', '"Sid":"\u007f')],
    ['one-character', () => '{'],
    ['longest', (policy) => padded(policy, maxLength)],
    ['one-too-long', (policy) => padded(policy, maxLength + 1)],
    ['longest-of-two-byte-characters', (policy) => policy.replace('"Sid":"', () => `"Sid":"{{fill:ff:${maxLength}}}`)],
  ];
  return forms.map(([id, rewrite]) =>
    overPolicies(`text-${id}`, (policy) => {
      const text = rewrite(policy);
      return [
        put('subject', text, { guarantee: 'any-answer' }),
        get('subject', { guarantee: 'any-answer' }),
        put('subject', text, { guarantee: 'same-as-before', protocol: 'cbor' }),
        get('subject', { guarantee: 'same-as-before' }),
        get('subject', { guarantee: 'same-as-before', protocol: 'cbor' }),
      ];
    }),
  );
}

/** The policy with as many spaces in it as bring it to the length. */
function padded(policy: string, length: number): string {
  return policy.replace(':', () => `:{{fill:20:${length}}}`);
}

const refusals: readonly InputClass[] = provocationsOf().map(({ id, operation, arn, policyFrom, fresh }) =>
  overPolicies(
    `refused/${id}`,
    (policy) => [
      ...inBoth('json', ({ guarantee = 'any-answer', protocol = 'json' }) =>
        call('subject', operation, policyFrom(policy), { arn, guarantee, protocol }),
      ),
      ...acceptedControl(operation, policy),
    ],
    { fresh },
  ),
);

const overlapping: readonly string[] = [
  'overlap/two-puts',
  'overlap/put-and-delete',
  'overlap/put-and-get',
  'overlap/two-puts-and-get',
  'mixed/four-lanes',
];

/** Overlapping calls whose clients use one protocol or the other. */
const overlaps: readonly InputClass[] = [...pairShapes, ...mixedShapes]
  .filter(({ id }) => overlapping.includes(id))
  .map(({ id, given, waves, longestCaseCalls }) => {
    const inputClass = `${id}-in-both`;
    return { id: inputClass, cases: schedules({ inputClass, given, waves, mixesProtocols: true }), longestCaseCalls };
  });

export function equivalenceChecks(constraints: Constraints): readonly Check[] {
  return [
    {
      id: 'equivalence/has-one-history',
      requirement: 'EQV-01',
      title: 'shows the same policy in both protocols, whichever each write was made in',
      needs,
      inputClasses: [histories()],
    },
    {
      id: 'equivalence/shows-writes-of-the-other-protocol',
      requirement: 'EQV-02',
      title: 'shows what was written in one protocol to the next read in the other',
      needs,
      inputClasses: changes,
    },
    {
      id: 'equivalence/keeps-texts-alike',
      requirement: 'EQV-03',
      title: 'takes and returns the same text in both protocols, and counts its characters alike',
      needs,
      inputClasses: texts(constraints),
    },
    {
      id: 'equivalence/keeps-overlapping-calls-in-order',
      requirement: 'EQV-05',
      title: 'lets overlapping calls in different protocols act on one policy',
      needs: ['concurrency', 'wire', 'cbor'],
      phase: 'waves',
      inputClasses: overlaps,
    },
    {
      id: 'equivalence/refuses-alike',
      requirement: 'EQV-04',
      title: 'refuses a call under the same name and status in both protocols',
      needs,
      inputClasses: refusals,
    },
  ];
}
