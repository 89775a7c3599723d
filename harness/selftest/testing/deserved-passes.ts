// The checks that each null implementation passes because it truly does what they claim, with the reason. Whatever it
// passes beside these it passes because the suite looks away; one that is not listed here deserves no pass at all.

/** Sentences by the id of the check. */
export type DeservedPasses = Readonly<Record<string, string>>;

function because(sentence: string, ids: readonly string[]): DeservedPasses {
  return Object.fromEntries(ids.map((id) => [id, sentence]));
}

const keepsNothing: DeservedPasses = {
  'concurrency/agrees-with-itself-once-settled': 'It tells every reader the same, that nothing is there.',
  'resource-state/refuses-put-once-deleted':
    'It knows the states of its CAs: the put that it accepted before the deletion it refuses after it.',
  ...because('It refuses what is wrong with the right error, and accepts the same call without the fault.', [
    'errors/have-status-400',
    'errors/of-put-policy-are-declared',
    'errors/of-delete-policy-are-declared',
    'wire/messages-are-strings',
    'wire/errors-are-named',
  ]),
};

const hasOneSlot: DeservedPasses = {
  ...because('On a single CA overlapping calls meet in the slot one after another, as if there were no others.', [
    'concurrency/settles-overlapping-writes',
    'concurrency/settles-four-calls-in-any-order',
    'concurrency/withstands-a-burst',
    'concurrency/writes-while-the-state-changes',
    'concurrency/shows-what-was-written',
    'concurrency/agrees-with-itself-once-settled',
  ]),
  ...because('On a single CA the slot holds what was put last, and gives it back unchanged as often as it is read.', [
    'put-policy/replaces-the-policy',
    'put-policy/can-be-repeated',
    'get-policy/returns-what-was-put',
    'get-policy/stays-within-its-characters',
    'get-policy/changes-nothing',
    'sequences/keep-the-last-policy',
    'wire/get-policy-returns-a-string',
  ]),
  ...because('It empties the slot when it is told to, whether or not anything is there.', [
    'delete-policy/removes-the-policy',
    'delete-policy/succeeds-without-a-policy',
    'sequences/keep-deleted-policies-away',
    'resource-state/finds-no-policy-once-deleted',
  ]),
  ...because('It takes every policy that has to be taken, and gives it back unchanged.', [
    'policy-text/accepts-the-undisputed-maximum',
    'policy-text/accepts-any-spelling',
    'policy-content/accepts-account-shares',
    'policy-content/accepts-organization-shares',
    'policy-content/accepts-the-firewall-proxy',
    'policy-content/accepts-any-sid-text',
    'policy-content/accepts-one-sid-twice',
    'policy-content/accepts-hyphens-in-sids',
    'policy-content/accepts-either-order',
    'policy-content/accepts-an-action-as-string',
    'policy-content/accepts-the-own-account',
  ]),
  ...because('It takes what may be taken or refused, each time, and gives it back unchanged.', [
    'arn/settles-ids-in-upper-case',
    'policy-text/settles-long-elements',
    'policy-text/keeps-long-policies',
    'policy-text/keeps-allowed-characters',
    'policy-text/settles-escaped-characters',
    'policy-text/settles-escaped-lone-surrogates',
    'policy-text/settles-needless-escapes',
    'policy-text/settles-white-space-before',
    'policy-content/settles-duplicate-keys',
    'policy-content/settles-superseded-organization-shares',
    'policy-content/settles-sids',
    'policy-content/settles-other-action-sets',
    'policy-content/settles-templates',
    'policy-content/settles-narrow-wildcards',
    'policy-content/settles-resources',
    'policy-content/settles-resources-of-other-authorities',
    'policy-content/settles-certificate-resources',
    'policy-content/settles-principals',
    'policy-content/settles-public-principals',
    'policy-content/settles-unknown-principals',
    'policy-content/settles-versions',
    'policy-content/settles-unknown-elements',
    'policy-content/settles-single-statements',
    'policy-content/settles-many-statements',
    'policy-content/settles-template-partitions',
    'policy-content/settles-operators',
    'policy-content/settles-conditions',
    'policy-content/settles-letter-case',
    'combinations/settle-pairs-of-forms',
    'combinations/settle-pairs-of-forms-while-active',
  ]),
  ...because('The slot does not look at the state of the CA, and in these states all three operations may succeed.', [
    'resource-state/works-while-pending',
    'resource-state/works-while-active',
    'resource-state/answers-while-disabled',
    'resource-state/means-its-answers-while-disabled',
    'resource-state/answers-while-deleted',
    'resource-state/answers-delete-once-deleted',
  ]),
  ...because('The one error that it gives, for an empty slot, is a named one with status 400 and a message.', [
    'errors/have-status-400',
    'wire/messages-are-strings',
    'wire/errors-are-named',
  ]),
  ...because(
    'Its requests and answers are read and written by the emulator, and the slot works for those it can read.',
    [
      'wire/put-policy-has-no-output',
      'wire/delete-policy-has-no-output',
      'wire/refuses-missing-members',
      'wire/refuses-wrong-types',
      'wire/refuses-unreadable-bodies',
      'wire/refuses-unknown-operations',
      'wire/ignores-unknown-members',
      'wire/answers-odd-requests-in-the-protocol',
    ],
  ),
};

/** By the id of the null implementation. */
export const deservedPasses: Readonly<Record<string, DeservedPasses>> = {
  'memory/keeps-nothing': keepsNothing,
  'memory/has-one-slot': hasOneSlot,
};
