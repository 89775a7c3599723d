// The parts of an ARN, for mutants that ignore some of them.

const places = { partition: 1, service: 2, region: 3, account: 4 } as const;

export type ArnPart = keyof typeof places;

export function partOf(arn: string, part: ArnPart): string {
  return arn.split(':')[places[part]] ?? '';
}

/** Whether two ARNs differ in one part only. */
export function differOnlyIn(part: ArnPart): (left: string, right: string) => boolean {
  const others = (arn: string): string => arn.split(':').toSpliced(places[part], 1).join(':');
  return (left, right) => others(left) === others(right);
}

/** The account that owns the CA in the resource of a statement. */
export function ownerIn(resource: unknown): string {
  return typeof resource === 'string' ? partOf(resource, 'account') : '';
}

/** The part after the last slash. */
export function lastPartOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
