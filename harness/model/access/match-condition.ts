// Whether the condition of a statement holds for a request: the operators on strings and ARNs; all others are unknown.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html

import { memberOf, stringsOf, type JsonObject } from '../policy/json-access.js';
import type { AccessRequest } from './access-request.js';
import { contextOf, type KeyContext } from './condition-keys.js';
import { matchesGlob } from './glob.js';
import { all, any, not, truthOf, type Truth } from './truth.js';

/** True if there is no condition. */
export function matchCondition(statement: JsonObject, request: AccessRequest): Truth {
  const condition = memberOf(statement, 'Condition');
  if (condition === undefined) return 'true';
  if (condition.kind !== 'object') return 'unknown';
  return all(
    condition.members.map(({ key: operator, value: block }) => {
      if (block.kind !== 'object') return 'unknown';
      return all(
        block.members.map(({ key, value }) => {
          const values = stringsOf(value);
          return values === undefined ? 'unknown' : holds(operator, { key, values }, request);
        }),
      );
    }),
  );
}

/** Compares the value of a policy with that of a call. */
type Comparison = (wanted: string, found: string) => Truth;

const equal: Comparison = (wanted, found) => truthOf(wanted === found);

const arnLike: Comparison = (wanted, found) => {
  const parts = partsOf(wanted);
  const others = partsOf(found);
  if (parts === undefined || others === undefined) return 'unknown';
  return truthOf(parts.every((part, index) => matchesGlob(part, others[index] ?? '')));
};

/** The positive operators; the others negate them. */
const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: equal,
  StringEqualsIgnoreCase: (wanted, found) => truthOf(wanted.toLowerCase() === found.toLowerCase()),
  StringLike: (wanted, found) => truthOf(matchesGlob(wanted, found)),
  // ArnEquals behaves as ArnLike.
  ArnEquals: arnLike,
  ArnLike: arnLike,
};

interface Operator {
  readonly compare: Comparison;
  readonly isNegated: boolean;
  readonly ifExists: boolean;
  readonly quantifier: 'ForAnyValue' | 'ForAllValues' | undefined;
}

/** Undefined if what the operator does is not modelled, such as `Null` or one in other case. */
function operatorOf(text: string): Operator | undefined {
  const match = /^(?:(ForAnyValue|ForAllValues):)?(String|Arn)(Not)?(Equals|EqualsIgnoreCase|Like)(IfExists)?$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, quantifier, kind = '', negation, relation = '', ifExists] = match;
  const compare = comparisons[`${kind}${relation}`];
  if (compare === undefined) return undefined;
  return {
    compare,
    isNegated: negation !== undefined,
    ifExists: ifExists !== undefined,
    quantifier: quantifier === 'ForAnyValue' || quantifier === 'ForAllValues' ? quantifier : undefined,
  };
}

interface Entry {
  readonly key: string;
  readonly values: readonly string[];
}

function holds(name: string, entry: Entry, request: AccessRequest): Truth {
  const operator = operatorOf(name);
  // The value of a policy variable depends on the call.
  if (operator === undefined || entry.values.some((value) => value.includes('${'))) return 'unknown';
  const isTemplate = entry.key.toLowerCase() === 'acm-pca:templatearn';
  const compare = isTemplate ? templateComparison(operator.compare) : operator.compare;
  return holdsIn({ ...operator, compare }, entry.values, contextOf(entry.key, request));
}

function holdsIn(operator: Operator, wanted: readonly string[], context: KeyContext): Truth {
  const { compare, isNegated, ifExists, quantifier } = operator;
  const matchesOne = (found: string): Truth => {
    const matched = any(wanted.map((value) => compare(value, found)));
    return isNegated ? not(matched) : matched;
  };
  switch (context.kind) {
    case 'unknown':
      return 'unknown';
    case 'one-of': {
      const truths = context.contexts.map((each) => holdsIn(operator, wanted, each));
      const [first = 'unknown'] = truths;
      return truths.every((truth) => truth === first) ? first : 'unknown';
    }
    case 'absent':
      if (ifExists || quantifier === 'ForAllValues') return 'true';
      return truthOf(isNegated && quantifier === undefined);
    case 'single':
      return matchesOne(context.value);
    case 'multiple':
      if (quantifier === undefined) return 'unknown';
      return (quantifier === 'ForAnyValue' ? any : all)(context.values.map((value) => matchesOne(value)));
    default:
      return context satisfies never;
  }
}

/** Whether two templates that differ only in case or in the partition are the same is not published. */
function templateComparison(compare: Comparison): Comparison {
  return (wanted, found) => {
    const matched = compare(wanted, found);
    const isNear = matched === 'false' && compare(loose(wanted), loose(found)) === 'true';
    return isNear ? 'unknown' : matched;
  };
}

function loose(template: string): string {
  return template.toLowerCase().replace(/^arn:[^:]*:/, 'arn::');
}

/** The six parts of an ARN; undefined if it has fewer. */
function partsOf(arn: string): readonly string[] | undefined {
  const [first = '', second = '', service = '', region = '', account, ...resource] = arn.split(':');
  return account === undefined || resource.length === 0
    ? undefined
    : [first, second, service, region, account, resource.join(':')];
}
