// Members of files that had another name in earlier versions: readers accept both.

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
