// What the checks of suites/equivalence.ts notice: two protocols that do not act on one policy, or answer differently.

import { membersOf } from '../../api/http-answer.js';
import { cborRequestOf, requestOf } from '../../api/raw-request.js';
import type { WireAnswer, WireRequest } from '../../api/wire.js';
import { faults } from '../mutant.js';
import {
  cborBody,
  cborEmptySuccess,
  cborError,
  cborErrors,
  membersOfCborRequest,
  withCborMemory,
} from '../mutate-cbor.js';

export const equivalenceFaults = faults('equivalence', {
  'keeps-a-store-for-each-protocol': {
    fault: 'Policies that are put in CBOR are kept apart from those that are put in JSON.',
    breaks: 'EQV-02',
    killedBy: 'shows-writes-of-the-other-protocol',
    mutateAnswers: withCborMemory<ReadonlyMap<string, string>>(
      new Map(),
      ({ request, operation, ask, memory: store, remember }) => {
        const { ResourceArn, Policy } = membersOfCborRequest(request);
        const arn = String(ResourceArn);
        if (operation === 'PutPolicy') {
          const inJson = membersOf(ask(readOf(arn)))?.['Policy'];
          const right = ask(request);
          if (right.status !== 200) return right;
          // The other store has what it had before.
          ask(typeof inJson === 'string' ? putOf(arn, inJson) : removalOf(arn));
          remember(new Map([...store, [arn, String(Policy)]]));
          return right;
        }
        // A deletion is tried as a read, which changes nothing.
        const read = ask({ ...request, path: request.path.replace(/DeletePolicy$/, 'GetPolicy') });
        if (read.status !== 200 && !isNotFound(read)) return read;
        const own = store.get(arn);
        if (operation === 'GetPolicy') {
          return own === undefined
            ? cborError('ResourceNotFoundException')
            : { status: 200, ...cborBody({ Policy: own }) };
        }
        if (own === undefined && ask(descriptionOf(arn)).status !== 200) return read;
        remember(new Map([...store].filter(([key]) => key !== arn)));
        return cborEmptySuccess;
      },
    ),
  },
  'reads-cbor-as-latin-1': {
    fault: 'The texts of a CBOR request are read as Latin-1.',
    breaks: 'EQV-03',
    killedBy: 'keeps-texts-alike',
    mutateAnswers: withCborMemory(undefined, ({ request, operation, ask }) => {
      const { ResourceArn, Policy } = membersOfCborRequest(request);
      if (operation !== 'PutPolicy' || typeof Policy !== 'string') return ask(request);
      const misread = Buffer.from(Policy, 'utf8').toString('latin1');
      return misread === Policy
        ? ask(request)
        : ask(cborRequestOf({ kind: 'PutPolicy', input: { ResourceArn: String(ResourceArn), Policy: misread } }).input);
    }),
  },
  'trims-texts-in-cbor': {
    fault: 'A policy that is put in CBOR loses its tabs and line ends.',
    breaks: 'EQV-03',
    killedBy: 'keeps-texts-alike',
    mutateAnswers: withCborMemory(undefined, ({ request, operation, ask }) => {
      const { ResourceArn, Policy } = membersOfCborRequest(request);
      if (operation !== 'PutPolicy' || typeof Policy !== 'string' || !/[\t\r\n]/.test(Policy)) return ask(request);
      const input = { ResourceArn: String(ResourceArn), Policy: Policy.replaceAll(/[\t\r\n]/g, '') };
      return ask(cborRequestOf({ kind: 'PutPolicy', input }).input);
    }),
  },
  'names-refusals-otherwise-in-cbor': {
    fault: 'What is not found in JSON is in an invalid state in CBOR.',
    breaks: 'EQV-04',
    killedBy: 'refuses-alike',
    mutateAnswers: cborErrors((name) =>
      name === 'ResourceNotFoundException' ? cborError('InvalidStateException') : undefined,
    ),
  },
  'shows-old-policies-in-cbor-after-three-writes': {
    fault: 'After three writes GetPolicy in CBOR returns the policy before the last one.',
    breaks: 'EQV-01',
    killedBy: 'has-one-history',
    mutateAnswers: (right) => {
      const puts = new Map<string, readonly string[]>();
      return (request, atMs, caller) => {
        const answer = right(request, atMs, caller);
        const isInCbor = request.cbor !== undefined;
        const members = isInCbor
          ? membersOfCborRequest(request)
          : (membersOf({ status: 200, headers: {}, body: request.body }) ?? {});
        const arn = String(members['ResourceArn']);
        const known = puts.get(arn) ?? [];
        const isDeletion = (request.target ?? request.path).endsWith('DeletePolicy');
        if (isDeletion) puts.delete(arn);
        if (typeof members['Policy'] === 'string' && answer.status === 200) {
          puts.set(arn, [...known.slice(-3), members['Policy']]);
        }
        if (!isInCbor || !request.path.endsWith('/GetPolicy') || answer.status !== 200 || known.length < 3)
          return answer;
        return { ...answer, ...cborBody({ Policy: known.at(-2) }) };
      };
    },
  },
});

function readOf(arn: string): WireRequest {
  return requestOf({ kind: 'GetPolicy', input: { ResourceArn: arn } }).input;
}

function descriptionOf(arn: string): WireRequest {
  return requestOf({ kind: 'DescribeCertificateAuthority', input: { CertificateAuthorityArn: arn } }).input;
}

function isNotFound(answer: WireAnswer): boolean {
  return String(membersOf(answer)?.['__type']).endsWith('#ResourceNotFoundException');
}

function removalOf(arn: string): WireRequest {
  return requestOf({ kind: 'DeletePolicy', input: { ResourceArn: arn } }).input;
}

function putOf(arn: string, policy: string): WireRequest {
  return requestOf({ kind: 'PutPolicy', input: { ResourceArn: arn, Policy: policy } }).input;
}
