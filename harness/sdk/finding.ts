// The result of one case of an SDK check.

/** `unobserved` if the case did not reach the judged point; `unsupported` if the SDK does not report what is judged. */
export type SdkFinding =
  /** `note` where the answer is acceptable and another is preferred. */
  | { readonly kind: 'holds'; readonly note?: string | undefined }
  | {
      readonly kind: 'violated';
      readonly expected: readonly string[];
      readonly actual: string;
      readonly differences: readonly string[];
    }
  | { readonly kind: 'unobserved'; readonly reason: string }
  | { readonly kind: 'unsupported'; readonly reason: string };

export const holds: SdkFinding = { kind: 'holds' };

/** `expected` has the acceptable answers, the preferred one first. */
export function violated(expected: string | readonly string[], actual: string, differences: readonly string[] = []) {
  return {
    kind: 'violated',
    expected: typeof expected === 'string' ? [expected] : expected,
    actual,
    differences,
  } as const satisfies SdkFinding;
}

/** Acceptable, but not what is preferred. */
export function holdsWithNote(note: string): SdkFinding {
  return { kind: 'holds', note };
}

export function unobserved(reason: string): SdkFinding {
  return { kind: 'unobserved', reason };
}

export function unsupported(reason: string): SdkFinding {
  return { kind: 'unsupported', reason };
}

/** The gravest of several: all of them must hold. */
export function allOf(findings: readonly SdkFinding[]): SdkFinding {
  for (const kind of ['violated', 'unobserved', 'unsupported'] as const) {
    const found = findings.find((finding) => finding.kind === kind);
    if (found !== undefined) return found;
  }
  return holds;
}
