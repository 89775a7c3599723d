// The reports of the checks of a run, which may be asked for before the checks are over.

import type { CheckReport } from '../files/report.js';

export interface PendingReports {
  /** Rejects for a fault of the suite. */
  of(id: string): Promise<CheckReport>;
  /** A later report replaces an earlier one. */
  settle(report: CheckReport): void;
  /** Without effect if the report was settled. */
  reject(id: string, fault: unknown): void;
}

export function createPendingReports(ids: readonly string[]): PendingReports {
  const reports = new Map(ids.map((id) => [id, createPending()]));
  return {
    async of(id) {
      const pending = reports.get(id);
      if (pending === undefined) throw new Error(`${id} was never begun.`);
      return pending.promise;
    },
    settle(report) {
      const settled = createPending();
      // A check that was not run, or met a fault of the suite, may fail by what others found: then this is its report.
      for (const pending of [reports.get(report.id), settled]) pending?.resolve(report);
      reports.set(report.id, settled);
    },
    reject: (id, fault) => reports.get(id)?.reject(fault),
  };
}

interface Pending {
  readonly promise: Promise<CheckReport>;
  readonly resolve: (report: CheckReport) => void;
  readonly reject: (fault: unknown) => void;
}

function createPending(): Pending {
  const settle: Omit<Pending, 'promise'>[] = [];
  const promise = new Promise<CheckReport>((resolve, reject) => settle.push({ resolve, reject }));
  // The fault is reported to the caller that asks for the report; until then it must not be an unhandled rejection.
  promise.catch(() => {});
  return { promise, resolve: (report) => settle[0]?.resolve(report), reject: (fault) => settle[0]?.reject(fault) };
}
