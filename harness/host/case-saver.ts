// Writes failing cases to files, where a person and `replay` find them.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../api/outcome.js';
import type { Target } from '../api/target.js';
import type { Redaction } from '../files/event-log.js';
import type { HttpExchange } from '../files/exchange.js';
import type { FailureReport } from '../files/report.js';
import { forgetCase } from '../files/saved-cases.js';
import { caseFileOf, describeFailure, failureFileName } from '../results/describe-failure.js';
import type { Check } from '../run/cases/check.js';
import type { FailureFound } from '../run/cases/input-class-progress.js';
import type { RunConfig } from '../run/session/run-config.js';

export interface CaseSaverOptions {
  readonly config: RunConfig;
  readonly target: Target;
  /** What went over the wire for an answer, if that is to be shown. */
  readonly exchangeOf?: ((outcome: Outcome) => HttpExchange | undefined) | undefined;
  /** Takes out of files and reports what must not be written. */
  readonly redactor?: Redaction | undefined;
}

export interface CaseSaver {
  /** Writes a failure as soon as it is found, so that it is not lost with the run. */
  saveEarly(check: Check, found: FailureFound): void;
  /** Writes the failures of a check that is over, and describes them. */
  save(check: Check, found: readonly FailureFound[]): FailureReport[];
  /** Removes what `saveEarly` wrote. */
  forget(check: Check, found: FailureFound): void;
  /** Files that could not be written. */
  readonly faults: readonly string[];
}

export function createCaseSaver(options: CaseSaverOptions): CaseSaver {
  const { config, target, exchangeOf, redactor } = options;
  const folder = join(config.output.outDir, 'cases');
  const faults: string[] = [];
  const redact = <Value>(value: Value): Value => redactor?.value(value) ?? value;
  const pathOf = (check: Check, found: FailureFound, suffix = ''): string =>
    join(folder, `${failureFileName(check, found)}${suffix}`);

  /** Returns the fault if the files cannot be written: the failure itself is in the report. */
  function write(check: Check, found: FailureFound, suffix?: string): { report: FailureReport; fault?: string } {
    const path = pathOf(check, found, suffix);
    const files = { casePath: `${path}.json`, policyPath: `${path}.policy`, check: check.id };
    const report = redact(describeFailure(found, target, config, { ...files, exchangeOf }));
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(files.casePath, `${JSON.stringify(redact(caseFileOf(check, found, report)), undefined, 2)}\n`);
      const last = found.run.trace.at(-1)?.operation;
      if (last?.kind === 'PutPolicy') writeFileSync(files.policyPath, redact(last.input.Policy));
      return { report };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { report, fault: `${files.casePath} was not written: ${reason}` };
    }
  }

  return {
    // What cannot be written now is tried again at the end.
    saveEarly: (check, found) => void write(check, found),
    save: (check, found) =>
      found.map((each, index) => {
        // An input class has several failures if some are known.
        const place = found.slice(0, index).filter(({ inputClass }) => inputClass === each.inputClass).length;
        const { report, fault } = write(check, each, place === 0 ? '' : `.${place + 1}`);
        if (fault !== undefined) faults.push(fault);
        return report;
      }),
    forget: (check, found) => forgetCase({ path: `${pathOf(check, found)}.json` }),
    faults,
  };
}
