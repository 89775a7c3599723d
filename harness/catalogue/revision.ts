// The revision of the requirement set, in a file of its own so that it can be read without loading the set.

export const requirementSetRevision = '2026-11-28';
