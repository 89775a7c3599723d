// The checks that each null implementation passes because it truly does what they claim, with the reason. Any other
// pass is a gap of the suite; a null implementation that is not listed here deserves no pass at all.

/** Sentences by the id of the check. */
export type DeservedPasses = Readonly<Record<string, string>>;

function because(sentence: string, ids: readonly string[]): DeservedPasses {
  return Object.fromEntries(ids.map((id) => [id, sentence]));
}

const keepsNothing: DeservedPasses = {
  'concurrency/shows-all-readers-the-same-policy': 'It tells every reader the same, that nothing is there.',
  'resource-state/rejects-put-while-deleted':
    'It knows the states of its CAs: the put that it accepted before the deletion it refuses after it.',
  ...because('It refuses what is wrong with the right error, and accepts the same call without the fault.', [
    'errors/returns-status-400',
    'errors/returns-declared-errors-from-put-policy',
    'errors/returns-declared-errors-from-delete-policy',
    'wire/returns-messages-as-strings',
    'wire/names-the-type-of-errors',
    'wire-cbor/names-the-protocol-of-errors',
    'wire-cbor/names-errors',
    'wire-cbor/names-shapes',
    'wire-cbor/names-other-errors',
    'wire-cbor/has-messages-as-text',
    'wire-cbor/names-no-error-in-a-header',
  ]),
  ...because('It answers the same call in the same way in both protocols, that nothing is there.', [
    'equivalence/has-one-history',
    'equivalence/shows-writes-of-the-other-protocol',
    'equivalence/keeps-texts-alike',
  ]),
};

const hasOneSlot: DeservedPasses = {
  ...because('On a single CA overlapping calls meet in the slot one after another, as if there were no others.', [
    'concurrency/handles-overlapping-writes-consistently',
    'concurrency/handles-four-overlapping-calls-consistently',
    'concurrency/answers-a-burst-of-puts',
    'concurrency/handles-puts-during-state-changes-consistently',
    'concurrency/shows-changes-within-the-bound',
    'concurrency/shows-all-readers-the-same-policy',
  ]),
  ...because('On a single CA the slot holds what was put last, and gives it back unchanged as often as it is read.', [
    'put-policy/replaces-the-policy',
    'put-policy/accepts-the-same-policy-again',
    'get-policy/returns-the-stored-policy',
    'get-policy/returns-only-documented-characters',
    'get-policy/changes-nothing',
    'sequences/keeps-the-last-policy',
    'wire/returns-the-policy-as-a-string',
  ]),
  ...because('It empties the slot when it is told to, whether or not anything is there.', [
    'delete-policy/removes-the-policy',
    'delete-policy/succeeds-without-a-policy',
    'sequences/returns-no-deleted-policy',
    'resource-state/returns-not-found-while-deleted',
  ]),
  ...because('It takes every policy that has to be taken, and gives it back unchanged.', [
    'policy-text/accepts-the-undisputed-maximum',
    'policy-text/accepts-any-white-space-and-key-order',
    'policy-content/accepts-account-shares',
    'policy-content/accepts-organization-shares',
    'policy-content/accepts-the-firewall-proxy',
    'policy-content/accepts-letters-and-digits-in-sids',
    'policy-content/accepts-duplicate-sids',
    'policy-content/accepts-hyphens-in-sids',
    'policy-content/accepts-any-order',
    'policy-content/accepts-a-single-action-as-string',
    'policy-content/accepts-the-own-account',
  ]),
  ...because('It takes what may be taken or refused, each time, and gives it back unchanged.', [
    'arn/handles-upper-case-ids-consistently',
    'policy-text/handles-long-elements-consistently',
    'policy-text/keeps-long-policies',
    'policy-text/keeps-allowed-characters',
    'policy-text/handles-escaped-characters-consistently',
    'policy-text/handles-escaped-lone-surrogates-consistently',
    'policy-text/handles-unnecessary-escapes-consistently',
    'policy-text/handles-leading-white-space-consistently',
    'policy-content/handles-duplicate-keys-consistently',
    'policy-content/handles-superseded-organization-shares-consistently',
    'policy-content/handles-sids-consistently',
    'policy-content/handles-other-action-sets-consistently',
    'policy-content/handles-templates-consistently',
    'policy-content/handles-narrow-wildcards-consistently',
    'policy-content/handles-resources-consistently',
    'policy-content/handles-resources-of-other-authorities-consistently',
    'policy-content/handles-certificate-resources-consistently',
    'policy-content/handles-principals-consistently',
    'policy-content/handles-public-principals-consistently',
    'policy-content/handles-unknown-principals-consistently',
    'policy-content/handles-versions-consistently',
    'policy-content/handles-unknown-elements-consistently',
    'policy-content/handles-single-statements-consistently',
    'policy-content/handles-many-statements-consistently',
    'policy-content/handles-template-partitions-consistently',
    'policy-content/handles-operators-consistently',
    'policy-content/handles-conditions-consistently',
    'policy-content/handles-letter-case-consistently',
    'combinations/handles-pairs-of-forms-consistently',
    'combinations/handles-pairs-of-forms-consistently-while-active',
  ]),
  ...because('The slot does not look at the state of the CA, and in these states all three operations may succeed.', [
    'resource-state/works-while-pending',
    'resource-state/works-while-active',
    'resource-state/answers-while-disabled',
    'resource-state/keeps-changes-made-while-disabled',
    'resource-state/answers-while-deleted',
    'resource-state/answers-delete-while-deleted',
  ]),
  ...because('The one error that it gives, for an empty slot, is a named one with status 400 and a message.', [
    'errors/returns-status-400',
    'wire/returns-messages-as-strings',
    'wire/names-the-type-of-errors',
    'wire-cbor/names-the-protocol-of-errors',
    'wire-cbor/names-errors',
    'wire-cbor/names-shapes',
    'wire-cbor/has-messages-as-text',
    'wire-cbor/names-no-error-in-a-header',
  ]),
  ...because(
    'Its requests and answers are read and written by the emulator, and the slot works for those it can read.',
    [
      'wire/returns-no-output-from-put-policy',
      'wire/returns-no-output-from-delete-policy',
      'wire/rejects-missing-members',
      'wire/rejects-wrong-types',
      'wire/rejects-unreadable-bodies',
      'wire/rejects-unknown-operations',
      'wire/ignores-unknown-members',
      'wire/answers-unusual-requests-in-the-protocol',
      'wire-cbor/answers-cbor',
      'wire-cbor/names-the-protocol',
      'wire-cbor/returns-the-policy-as-text',
      'wire-cbor/has-no-output',
      'wire-cbor/reads-maps-in-each-form',
      'wire-cbor/reads-texts-in-chunks',
      'wire-cbor/skips-unknown-members',
      'wire-cbor/takes-null-for-missing',
      'wire-cbor/rejects-targets',
      'wire-cbor/rejects-unclaimed-requests',
      'wire-cbor/rejects-misspelt-paths',
      'wire-cbor/serves-the-absolute-service',
      'wire-cbor/treats-prefixes-either-way',
      'wire-cbor/serves-without-accept',
      'wire-cbor/treats-content-types-either-way',
      'wire-cbor/rejects-malformed-bodies',
      'wire-cbor/rejects-other-types',
      'wire-cbor/takes-one-of-repeated-members',
      'wire-cbor/treats-bytes-and-tags-either-way',
      'wire-cbor/treats-unusual-requests-either-way',
    ],
  ),
  ...because('The slot is the same, whichever protocol a call is made in.', [
    'equivalence/has-one-history',
    'equivalence/shows-writes-of-the-other-protocol',
    'equivalence/keeps-texts-alike',
    'equivalence/keeps-overlapping-calls-in-order',
    'equivalence/refuses-alike',
  ]),
};

/** By the id of the null implementation. */
/** Of null implementations of the policy operations the rest is the reference service. */
const listsItsAuthorities = because('Its CAs, and the lists of them, are those of the reference service.', [
  'access/lists-no-own-authority-as-foreign',
]);

const ownNoPolicies: readonly string[] = [
  'accepts',
  'answers-ConcurrentModificationException',
  'answers-InvalidArnException',
  'answers-InvalidPolicyException',
  'answers-InvalidStateException',
  'answers-LockoutPreventedException',
  'answers-RequestFailedException',
  'answers-ResourceNotFoundException',
  'answers-ValidationException',
  'answers-AccessDeniedException',
  'answers-ThrottlingException',
  'answers-500',
  'answers-a-page',
  'echoes',
];

export const deservedPasses: Readonly<Record<string, DeservedPasses>> = {
  ...Object.fromEntries(ownNoPolicies.map((name) => [`policies/${name}`, listsItsAuthorities])),
  'memory/keeps-nothing': { ...keepsNothing, ...listsItsAuthorities },
  'memory/has-one-slot': {
    ...hasOneSlot,
    ...listsItsAuthorities,
  },
};
