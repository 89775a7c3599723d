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
    ],
  ),
};

/** By the id of the null implementation. */
export const deservedPasses: Readonly<Record<string, DeservedPasses>> = {
  'memory/keeps-nothing': keepsNothing,
  'memory/has-one-slot': hasOneSlot,
};
