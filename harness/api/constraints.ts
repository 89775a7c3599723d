// The constraints that the published service model puts on the members of the three operations.

/**
 * The model of 2025-02-11, the newest change of these constraints.
 * Source: https://github.com/boto/botocore, data/acm-pca/2017-08-22/service-2.json at 93fa9dd58.
 * Lengths are in characters.
 */
export const constraints = {
  modelRevision: '2025-02-11',
  resourceArn: {
    minLength: 5,
    maxLength: 200,
    pattern: /^arn:[\w+=/,.@-]+:acm-pca:[\w+=/,.@-]*:[0-9]*:[\w+=,.@-]+(\/[\w+=,.@-]+)*$/,
  },
  policy: {
    minLength: 1,
    maxLength: 81_920,
    /** The limit of the models before 2025; sizes above it are ambiguous (POL-04). */
    formerMaxLength: 20_480,
    pattern: /^[\u0009\u000A\u000D\u0020-\u00FF]+$/,
  },
} as const;
