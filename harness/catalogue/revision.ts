// The revision of the set of requirements, apart from the set itself: whoever asks for it alone loads nothing else.

export const requirementSetRevision = '2026-11-28';
