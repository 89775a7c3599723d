// Pagination of lists: the requested number of items, and a token for the next page.

import type { Allowed } from './lifecycle-answers.js';
import { answer, refuse } from './lifecycle-answers.js';
import type { ServiceState } from '../state/state.js';

/**
 * "Although the maximum value is 1000, the action only returns a maximum of 100 items."
 * Source: https://docs.aws.amazon.com/privateca/latest/APIReference/API_ListCertificateAuthorities.html
 */
const largestPage = 100;

export interface PageRequest {
  readonly MaxResults?: number;
  readonly NextToken?: string;
}

/** The requested page of `items`, each converted by `write`, under the name of the list in the answer. */
export function answerPage<Item>(
  state: ServiceState,
  { MaxResults: wanted = largestPage, NextToken: token }: PageRequest,
  list: string,
  items: readonly Item[],
  write: (item: Item) => unknown = (item) => item,
): Allowed {
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 1_000) {
    return refuse(state, {
      error: 'ValidationException',
      message: 'MaxResults must be a whole number from 1 to 1000.',
    });
  }
  const start = token === undefined ? 0 : readToken(list, token);
  if (start === undefined || start > items.length) {
    return refuse(state, { error: 'InvalidNextTokenException', message: 'The NextToken is not valid.' });
  }
  const end = start + Math.min(wanted, largestPage);
  const rest = end < items.length ? { NextToken: writeToken(list, end) } : {};
  return answer(state, { [list]: items.slice(start, end).map((item) => write(item)), ...rest });
}

function writeToken(list: string, start: number): string {
  return Buffer.from(`${list}:${start}`).toString('base64url');
}

function readToken(list: string, token: string): number | undefined {
  const [name, start = ''] = Buffer.from(token, 'base64url').toString('latin1').split(':');
  return name === list && /^\d{1,9}$/.test(start) && writeToken(list, Number(start)) === token
    ? Number(start)
    : undefined;
}
