// Records a corpus: every case is captured twice, and only answers that were equal both times are settled.

import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Case } from '../api/case.js';
import type { LedgerCase, RecordedAnswer } from '../files/ledger-file.js';
import { UnavailableAuthority } from '../run/session/authority-creation.js';
import type { CaseContext } from '../run/cases/case-run.js';
import { answersOf, captureRun, reasonForNothing } from './capture.js';
import { firstDifference } from './compare-answers.js';

export type CaseToRecord = Pick<LedgerCase, 'id' | 'check' | 'requirement' | 'level'> & { readonly case: Case };

export interface RecordOptions {
  readonly context: CaseContext;
  /** How many cases run at a time. */
  readonly concurrency: number;
  /** Called after each captured case. */
  readonly onCase: (id: string) => void;
}

interface Capture {
  readonly answers: readonly RecordedAnswer[];
  readonly reason?: string | undefined;
}

/** Rejects with any reason to stop a run, such as InconclusiveRun, and for a fault of the suite. */
export async function recordCorpus(
  corpus: readonly CaseToRecord[],
  options: RecordOptions,
): Promise<readonly LedgerCase[]> {
  const first = await captureAll(corpus, options);
  const second = await captureAll(corpus, options);
  return corpus.map((each, index) => {
    const { id, check, requirement, level, case: subject } = each;
    const [one, other] = [first[index], second[index]];
    if (one === undefined || other === undefined) throw new Error('A case was not captured.');
    const reason = one.reason ?? other.reason;
    const isSame = one.answers.length === other.answers.length && !differ(one.answers, other.answers);
    return {
      id,
      check,
      requirement,
      level,
      case: subject,
      settled: reason === undefined && isSame,
      answers: [...one.answers],
      ...(isSame ? {} : { otherAnswers: [...other.answers] }),
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

function differ(one: readonly RecordedAnswer[], other: readonly RecordedAnswer[]): boolean {
  return firstDifference(one, other) !== undefined;
}

async function captureAll(
  corpus: readonly CaseToRecord[],
  { context, concurrency, onCase }: RecordOptions,
): Promise<readonly Capture[]> {
  const inLine = pLimit(concurrency);
  return Promise.all(
    corpus.map(({ id, case: subject }) =>
      inLine(async () => {
        const capture = await captureOnce(context, subject);
        onCase(id);
        return capture;
      }),
    ),
  );
}

export async function captureOnce(context: CaseContext, subject: Case): Promise<Capture> {
  try {
    const run = await captureRun(context, subject);
    const reason = reasonForNothing(run);
    return { answers: reason === undefined ? answersOf(run) : [], reason };
  } catch (error) {
    if (!(error instanceof UnavailableAuthority)) throw error;
    return { answers: [], reason: error.message };
  }
}

/** Computed from the inputs only. */
export function corpusHash(corpus: readonly CaseToRecord[]): string {
  const hash = createHash('sha256');
  for (const { id, case: subject } of corpus) hash.update(`${id} ${JSON.stringify(subject)}\n`);
  return hash.digest('hex');
}
