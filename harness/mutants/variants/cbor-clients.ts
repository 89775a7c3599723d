// Freedoms of clients that speak RPC v2 CBOR: each is the plain client in CBOR, changed where the sources leave a choice.

import { cborBytes } from '../../api/cbor/cbor-bytes.js';
import { cborInput, type CborItem } from '../../api/cbor/cbor-item.js';
import type { ClientMutation, ClientVariant } from '../client-mutant.js';
import { named } from '../named.js';
import { membersOfAnswer } from '../plain-client/cbor-parts.js';
import { errors, headers, ok, outputs } from '../plain-client/mutations.js';
import { unreadable } from '../plain-client/parts.js';

/** The body in another encoding; what is not a text is left to the plain client. */
function encoded(encode: (input: Readonly<Record<string, string>>) => CborItem): ClientMutation {
  return (correct) => ({
    bodyOf: (members) => {
      const texts = Object.entries(members).filter((each): each is [string, string] => typeof each[1] === 'string');
      return texts.length < Object.keys(members).length
        ? correct.bodyOf(members)
        : cborBytes(encode(Object.fromEntries(texts)));
    },
  });
}

export const cborClientVariants = named<ClientVariant>({
  'sends-maps-of-indefinite-length': {
    freedom: 'The map of a request has an indefinite length.',
    permittedBy: 'SDK-133',
    mutate: encoded((input) => ({ ...cborInput(input), indefinite: true })),
  },
  'sends-long-heads': {
    freedom: 'The length of every text has more bytes than it needs.',
    permittedBy: 'SDK-133',
    mutate: encoded((input) => ({
      map: Object.entries(input).map(([name, value]) => [
        { text: name, headBytes: 4 },
        { text: value, headBytes: 4 },
      ]),
    })),
  },
  'sends-texts-in-chunks': {
    freedom: 'Policies are text strings of indefinite length.',
    permittedBy: 'SDK-133',
    mutate: encoded((input) => ({
      map: Object.entries(input).map(([name, value]) => [
        { text: name },
        name === 'Policy' ? { chunks: [{ text: value.slice(0, 2) }, { text: value.slice(2) }] } : { text: value },
      ]),
    })),
  },
  'sends-members-in-another-order': {
    freedom: 'The members are sent in another order.',
    permittedBy: 'SDK-133',
    mutate: encoded((input) => cborInput(Object.fromEntries(Object.entries(input).toReversed()))),
  },
  'says-how-often-it-tries': {
    freedom: 'Each request in CBOR says which attempt it is.',
    permittedBy: 'SDK-132',
    mutate: headers((sent) => ({ ...sent, 'amz-sdk-request': 'attempt=1; max=3' })),
  },
  'fails-on-unexpected-members': {
    freedom: 'A member in the answer of an operation without output is an error.',
    permittedBy: 'SDK-137',
    mutate: outputs((right, answer, { operation }) =>
      operation !== 'GetPolicy' && Object.keys(membersOfAnswer(answer) ?? {}).length > 0
        ? unreadable('an unknown member')
        : right,
    ),
  },
  'hands-null-on-from-cbor': {
    freedom: 'A policy of null in CBOR is handed on as null.',
    permittedBy: 'SDK-138',
    mutate: outputs((right, answer) => (membersOfAnswer(answer)?.['Policy'] === null ? ok({ Policy: null }) : right)),
  },
  'has-no-types-for-errors-in-cbor': {
    freedom: 'Errors in CBOR have no types.',
    permittedBy: 'SDK-141',
    mutate: errors((error) => ({ ...error, className: null })),
  },
  'tells-no-status-in-cbor': {
    freedom: 'Errors in CBOR are told without their status.',
    permittedBy: 'SDK-143',
    mutate: () => ({ handOn: (answer) => (answer.type === 'serviceError' ? { ...answer, status: null } : answer) }),
  },
  'calls-broken-errors-unreadable': {
    freedom: 'An error answer from which no name can be read is one that cannot be read.',
    permittedBy: 'SDK-143',
    mutate: () => ({
      handOn: (answer) =>
        answer.type === 'serviceError' && answer.code === null ? unreadable('no error in the answer') : answer,
    }),
  },
  'reads-byte-strings-as-texts': {
    freedom: 'A policy that is a byte string is read as the text with these bytes.',
    permittedBy: 'SDK-145',
    mutate: outputs((right, answer) => {
      const policy = membersOfAnswer(answer)?.['Policy'];
      return policy instanceof Uint8Array ? ok({ Policy: Buffer.from(policy).toString('utf8') }) : right;
    }),
  },
});
