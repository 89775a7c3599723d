// The journal of the CAs that a run creates and uses: each line is written to the disk before the action that it records.

import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { journalEntrySchema, type JournalEntry } from '../files/journal-entry.js';
import type { AuthorityJournal } from '../run/session/authority-pool.js';

export interface Journal extends AuthorityJournal {
  readonly path: string;
  borrowed(arn: string, policy: string | null): void;
  returned(arn: string): void;
  /** Ends the journal, which records that nothing is left over. */
  close(leavesNothing: boolean): void;
}

export type JournalHead = Omit<Extract<JournalEntry, { readonly entry: 'opened' }>, 'entry' | 'schema'>;

/** Throws the file system's error if it cannot be written; without a journal nothing is created. */
export function openJournal(folder: string, head: JournalHead): Journal {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${head.run}.ndjson`);
  const journal = appendToJournal(path);
  journal.write({ entry: 'opened', schema: 'pca-conformance/journal/1', ...head });
  // A new file is safe only once its folder is on the disk as well.
  const place = openSync(folder, 'r');
  fsyncSync(place);
  closeSync(place);
  return journal;
}

/** Continues an existing journal. */
export function appendToJournal(path: string): Journal & { write(entry: JournalEntry): void } {
  const file = openSync(path, 'a', 0o600);
  const write = (entry: JournalEntry): void => {
    writeSync(file, `${JSON.stringify(entry)}\n`);
    fsyncSync(file);
  };
  return {
    path,
    write,
    creating: (name) => write({ entry: 'creating', name }),
    created: (name, arn) => write({ entry: 'created', name, arn }),
    removed: (arn) => write({ entry: 'removed', arn }),
    borrowed: (arn, policy) => write({ entry: 'borrowed', arn, policy }),
    returned: (arn) => write({ entry: 'returned', arn }),
    close(leavesNothing) {
      if (leavesNothing) write({ entry: 'closed' });
      closeSync(file);
    },
  };
}

/** What a journal records as not yet cleaned up. */
export interface OpenJournal {
  readonly path: string;
  readonly head: JournalHead;
  /** The common names of CAs whose creation was begun but whose ARN is unknown. */
  readonly unanswered: readonly string[];
  /** The ARNs of CAs whose removal was not verified. */
  readonly made: readonly string[];
  /** The user's CAs whose policies were not restored. */
  readonly borrowed: readonly { readonly arn: string; readonly policy: string | null }[];
}

/** The journals in a folder that do not end with `closed`. A truncated line is ignored. */
export function readOpenJournals(folder: string): readonly OpenJournal[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const journal = summarize(path, entriesIn(readFileSync(path, 'utf8')));
      return journal === undefined ? [] : [journal];
    });
}

function entriesIn(text: string): readonly JournalEntry[] {
  return text.split('\n').flatMap((line) => {
    try {
      const checked = journalEntrySchema.safeParse(JSON.parse(line));
      return checked.success ? [checked.data] : [];
    } catch {
      return [];
    }
  });
}

function summarize(path: string, entries: readonly JournalEntry[]): OpenJournal | undefined {
  let head: JournalHead | undefined;
  const unanswered = new Set<string>();
  const made = new Set<string>();
  const borrowed = new Map<string, string | null>();
  for (const entry of entries) {
    switch (entry.entry) {
      case 'opened': {
        const { entry: _entry, schema: _schema, ...rest } = entry;
        head = rest;
        break;
      }
      case 'creating':
        unanswered.add(entry.name);
        break;
      case 'created':
        unanswered.delete(entry.name);
        made.add(entry.arn);
        break;
      case 'removed':
        made.delete(entry.arn);
        break;
      case 'borrowed':
        borrowed.set(entry.arn, entry.policy);
        break;
      case 'returned':
        borrowed.delete(entry.arn);
        break;
      case 'closed':
        return undefined;
      default:
        entry satisfies never;
    }
  }
  if (head === undefined) return undefined;
  const lent = [...borrowed].map(([arn, policy]) => ({ arn, policy }));
  return { path, head, unanswered: [...unanswered], made: [...made], borrowed: lent };
}

/** Whether the process of a journal still runs; undefined if it ran on another machine. */
export function isRunAlive({ host, process: id }: JournalHead, here: string): boolean | undefined {
  if (host !== here) return undefined;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // With EPERM the process exists, but may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
