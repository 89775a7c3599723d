// Files in the form of earlier versions: readers accept both forms.

const formerNames: Readonly<Record<string, string>> = { stratum: 'inputClass', strata: 'inputClasses' };

/**
 * The parsed file with the present names of its members, at any depth.
 *
 * @example withPresentNames({ stratum: 'arn/empty' }) // { inputClass: 'arn/empty' }
 */
export function withPresentNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => withPresentNames(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      Object.hasOwn(formerNames, name) ? (formerNames[name] ?? name) : name,
      withPresentNames(member),
    ]),
  );
}

/**
 * Parsed results in the present form. `pca-conformance/results/1` kept the failure that is shown apart from the others.
 *
 * @example presentResults({ schema: 'pca-conformance/results/1', checks: [{ failure: null, otherFailures: [] }] })
 * // { schema: 'pca-conformance/results/2', checks: [{ failures: [] }] }
 */
export function presentResults(value: unknown): unknown {
  const results = withPresentNames(value);
  if (!isRecord(results) || results['schema'] !== 'pca-conformance/results/1') return results;
  const { checks } = results;
  return {
    ...results,
    schema: 'pca-conformance/results/2',
    ...(Array.isArray(checks) ? { checks: checks.map((check) => withOneListOfFailures(check)) } : {}),
  };
}

function withOneListOfFailures(check: unknown): unknown {
  if (!isRecord(check) || !Array.isArray(check['otherFailures'])) return check;
  const { failure, otherFailures, ...rest } = check;
  return { ...rest, failures: failure === null ? [] : [failure, ...otherFailures] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
