// What the checks of suites/concurrency.ts notice: faults that only overlapping calls show.

import { policyTextOf, success, type Outcome } from '../../api/outcome.js';
import { handleDirectly } from '../../api/overlap.js';
import { overlapFaults } from '../overlap-mutant.js';
import { amongOthers, hasRival, isOnSame, isWrite, policyNow, refusedForNow, restore, silence } from '../overlap.js';

interface Put {
  readonly ResourceArn: string;
  readonly Policy: string;
}

/** The first statement of one and the second of the other; a policy that is not a share is returned as it is. */
function mixtureOf(own: Put, other: Put): Put {
  const [first, second]: { Statement?: unknown[] }[] = [own, other].map(({ Policy }) => JSON.parse(Policy));
  const Statement = [first?.Statement?.[0], second?.Statement?.[1]];
  return Statement.includes(undefined) ? own : { ...own, Policy: JSON.stringify({ ...first, Statement }) };
}

export const concurrencyFaults = overlapFaults('concurrency', {
  'drops-puts-of-two': {
    fault: 'A put is answered and dropped while another write to the CA is under way.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const outcome = operation.kind === 'PutPolicy' && hasRival(operation, others()) ? success() : step(operation);
      await pause();
      return outcome;
    }),
  },
  'fails-on-overlap': {
    fault: 'Writes that meet on one CA are answered with InternalFailure and HTTP status 500.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const hasFailed = isWrite(operation) && hasRival(operation, others());
      const outcome: Outcome = hasFailed
        ? { kind: 'service-error', error: 'InternalFailure', status: 500 }
        : step(operation);
      await pause();
      return outcome;
    }),
  },
  'forgets-to-answer': {
    fault: 'Of two overlapping writes, the later one takes effect and is never answered.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      const isLater = isWrite(operation) && hasRival(operation, others());
      await pause();
      const outcome = step(operation);
      await pause();
      return isLater ? silence() : outcome;
    }),
  },
  'mixes-two-puts': {
    fault: 'Two puts that overlap leave a statement of each behind.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, met, step, pause }) => {
      await pause();
      const rival = met().findLast((other) => other.kind === 'PutPolicy' && isOnSame(operation)(other));
      const isMixed = operation.kind === 'PutPolicy' && rival?.kind === 'PutPolicy';
      const outcome = step(isMixed ? { ...operation, input: mixtureOf(operation.input, rival.input) } : operation);
      await pause();
      return outcome;
    }),
  },
  'refuses-and-applies': {
    fault: 'A write that overlaps another is refused for now, and takes effect.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const isRefused = isWrite(operation) && hasRival(operation, others());
      const outcome = step(operation);
      await pause();
      return isRefused && outcome.kind === 'success' ? refusedForNow() : outcome;
    }),
  },
  'refuses-reads-for-now': {
    fault: 'A read that meets a write is refused with the error for writes.',
    breaks: 'GP-06',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const isRefused = operation.kind === 'GetPolicy' && hasRival(operation, others());
      const outcome = isRefused ? refusedForNow() : step(operation);
      await pause();
      return outcome;
    }),
  },
  'shows-old-policies-for-long': {
    fault: 'After writes that overlapped, reads show for ten minutes what was there before.',
    breaks: 'CC-01',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => {
      const old = new Map<string, { readonly answer: Outcome; readonly untilMs: number }>();
      return async (call) => {
        const { operation, met, step, peek, nowMs, pause } = call;
        const { ResourceArn: arn } = operation.input;
        const before = peek({ kind: 'GetPolicy', input: { ResourceArn: arn } });
        await pause();
        const shown = old.get(arn);
        const isOld = operation.kind === 'GetPolicy' && shown !== undefined && shown.untilMs > nowMs();
        const outcome = isOld ? shown.answer : step(operation);
        if (isWrite(operation)) {
          if (hasRival(operation, met())) old.set(arn, { answer: before, untilMs: nowMs() + 600_000 });
          else old.delete(arn);
        }
        await pause();
        return outcome;
      };
    }),
  },
  'shows-what-it-then-refuses': {
    fault: 'A put that meets another is shown to readers while it is under way, and then refused for now.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async (call) => {
      const { operation, others, step, pause } = call;
      await pause();
      const before = policyNow(call);
      const isRefused = operation.kind === 'PutPolicy' && hasRival(operation, others());
      const outcome = step(operation);
      await pause();
      if (!isRefused || outcome.kind !== 'success') return outcome;
      if (policyNow(call) === operation.input.Policy) restore(call, operation.input.ResourceArn, before);
      return refusedForNow();
    }),
  },
  'truncates-what-is-read-meanwhile': {
    fault: 'A read that meets a put returns the first half of the policy.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const isMeanwhile = others().some((other) => other.kind === 'PutPolicy' && isOnSame(operation)(other));
      const outcome = step(operation);
      const text = operation.kind === 'GetPolicy' ? policyTextOf(outcome) : undefined;
      await pause();
      if (text === undefined || !isMeanwhile) return outcome;
      return { kind: 'success', output: { Policy: text.slice(0, text.length / 2) } };
    }),
  },
  'undoes-deletes': {
    fault: 'A delete that meets another call is undone once it was answered.',
    breaks: 'CC-02',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => async (call) => {
      const { operation, met, step, pause } = call;
      await pause();
      const before = policyNow(call);
      const outcome = step(operation);
      await pause();
      const isUndone = operation.kind === 'DeletePolicy' && met().some(isOnSame(operation)) && before !== undefined;
      if (isUndone && policyNow(call) === undefined) restore(call, operation.input.ResourceArn, before);
      return outcome;
    }),
  },
  'writes-behind': {
    fault:
      'A put that overlaps another call is answered before it takes effect, which it does at the second call after it.',
    breaks: 'CC-01',
    killedBy: 'handles-overlapping-writes-consistently',
    intercept: amongOthers(() => {
      const waiting: { readonly due: number; readonly take: () => void }[] = [];
      return async ({ operation, met, step, peek, pause, place }) => {
        await pause();
        const due = waiting.filter((each) => each.due <= place);
        waiting.splice(0, due.length);
        for (const { take } of due) take();
        const isBehind =
          operation.kind === 'PutPolicy' && met().some(isOnSame(operation)) && peek(operation).kind === 'success';
        if (isBehind) waiting.push({ due: place + 2, take: () => step(operation) });
        const outcome = isBehind ? success() : step(operation);
        await pause();
        return outcome;
      };
    }),
  },
  'refuses-with-status-500': {
    fault: 'A write that overlaps another is refused for now with HTTP status 500.',
    breaks: 'WIRE-08',
    killedBy: 'handles-four-overlapping-calls-consistently',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const isRefused = isWrite(operation) && hasRival(operation, others());
      const outcome = isRefused ? refusedForNow(500) : step(operation);
      await pause();
      return outcome;
    }),
  },
  'lets-the-last-to-begin-win': {
    fault: 'The put that took effect last is shown once, and then the one that began last.',
    breaks: 'CC-02',
    killedBy: 'answers-a-burst-of-puts',
    intercept: amongOthers(() => {
      const latest = new Map<string, { readonly place: number; readonly policy: string }>();
      return async (call) => {
        const { operation, met, step, pause, place } = call;
        const { ResourceArn: arn } = operation.input;
        await pause();
        const outcome = step(operation);
        const winner = latest.get(arn);
        if (operation.kind === 'DeletePolicy') latest.delete(arn);
        if (operation.kind === 'GetPolicy' && winner !== undefined && !met().some(isOnSame(operation))) {
          restore(call, arn, winner.policy);
        }
        if (operation.kind === 'PutPolicy' && outcome.kind === 'success' && place > (winner?.place ?? -1)) {
          latest.set(arn, { place, policy: operation.input.Policy });
        }
        await pause();
        return outcome;
      };
    }),
  },
  'loses-puts-while-the-state-changes': {
    fault: 'A put is answered and dropped while its CA is on the way to another state.',
    breaks: 'CC-02',
    killedBy: 'handles-puts-during-state-changes-consistently',
    intercept: () => {
      const changing = new Set<string>();
      return async (call) => {
        const { operation, pause, step } = call;
        if (operation.kind === 'PutPolicy') {
          await pause();
          const outcome = changing.has(operation.input.ResourceArn) ? success() : step(operation);
          await pause();
          return outcome;
        }
        if (operation.kind !== 'UpdateCertificateAuthority' && operation.kind !== 'DeleteCertificateAuthority') {
          return handleDirectly(call);
        }
        const { CertificateAuthorityArn: arn } = operation.input;
        changing.add(arn);
        const outcome = await handleDirectly(call);
        changing.delete(arn);
        return outcome;
      };
    },
  },
  'reads-go-backwards': {
    fault: 'Every third read of a CA shows what it carried before the last write.',
    breaks: 'CC-01',
    killedBy: 'shows-changes-within-the-bound',
    intercept: amongOthers(() => {
      const former = new Map<string, Outcome>();
      let reads = 0;
      return async ({ operation, step, peek, pause }) => {
        const { ResourceArn: arn } = operation.input;
        await pause();
        if (isWrite(operation)) former.set(arn, peek({ kind: 'GetPolicy', input: { ResourceArn: arn } }));
        else reads += 1;
        const outcome = step(operation);
        const shown = operation.kind === 'GetPolicy' && reads % 3 === 0 ? former.get(arn) : undefined;
        await pause();
        return shown ?? outcome;
      };
    }),
  },
  'locks-up': {
    fault: 'Two writes that meet on one CA wait for each other, and every later write for them.',
    breaks: 'CC-02',
    killedBy: 'shows-all-readers-the-same-policy',
    intercept: amongOthers(() => {
      const locked = new Set<string>();
      return async ({ operation, others, step, pause }) => {
        const { ResourceArn: arn } = operation.input;
        await pause();
        if (isWrite(operation) && (locked.has(arn) || hasRival(operation, others()))) {
          locked.add(arn);
          return silence();
        }
        const outcome = step(operation);
        await pause();
        return outcome;
      };
    }),
  },
  'confuses-authorities': {
    fault: 'A put that meets one to another CA is kept there too.',
    breaks: 'ISO-01',
    killedBy: 'keeps-authorities-apart',
    intercept: amongOthers(() => async (call) => {
      const { operation, others, step, pause } = call;
      await pause();
      const isSame = isOnSame(operation);
      const other = others().find((each) => each.kind === 'PutPolicy' && !isSame(each));
      const outcome = step(operation);
      if (operation.kind === 'PutPolicy' && other !== undefined) {
        const { ResourceArn: arn } = other.input;
        restore(call, arn, operation.input.Policy.replaceAll(operation.input.ResourceArn, arn));
      }
      await pause();
      return outcome;
    }),
  },
  'writes-back-an-old-store': {
    fault: 'A write puts back what every other CA carried when it arrived.',
    breaks: 'ISO-01',
    killedBy: 'keeps-authorities-apart',
    intercept: amongOthers(() => {
      const known = new Set<string>();
      return async (call) => {
        const { operation, step, pause } = call;
        const { ResourceArn: own } = operation.input;
        const nowOn = (arn: string): string | undefined =>
          policyNow({ ...call, operation: { kind: 'GetPolicy', input: { ResourceArn: arn } } });
        known.add(own);
        const before = new Map([...known].map((arn) => [arn, nowOn(arn)]));
        await pause();
        const outcome = step(operation);
        if (isWrite(operation)) {
          for (const [arn, policy] of before) if (arn !== own && nowOn(arn) !== policy) restore(call, arn, policy);
        }
        await pause();
        return outcome;
      };
    }),
  },
  'locks-all-authorities': {
    fault: 'A write is refused for now while one to another CA is under way.',
    breaks: 'CC-02',
    killedBy: 'keeps-every-policy-of-a-burst',
    intercept: amongOthers(() => async ({ operation, others, step, pause }) => {
      await pause();
      const isSame = isOnSame(operation);
      const isRefused = isWrite(operation) && others().some((other) => isWrite(other) && !isSame(other));
      const outcome = isRefused ? refusedForNow() : step(operation);
      await pause();
      return outcome;
    }),
  },
  'loses-one-of-fifty': {
    fault: 'Of fifty puts that are under way at once, one is answered and lost.',
    breaks: 'ISO-01',
    killedBy: 'keeps-every-policy-of-a-burst',
    intercept: amongOthers(() => {
      let crowded = 0;
      return async ({ operation, met, step, pause }) => {
        await pause();
        const isPut = operation.kind === 'PutPolicy';
        if (isPut && met().length >= 10) crowded += 1;
        const isLost = isPut && met().length >= 10 && crowded % 50 === 1;
        const outcome = isLost ? success() : step(operation);
        await pause();
        return outcome;
      };
    }),
  },
  'refuses-while-idle': {
    fault: 'Every seventh write is refused for now although nothing else is going on.',
    breaks: 'CC-02',
    killedBy: 'rejects-no-put-while-idle',
    intercept: amongOthers(() => {
      let writes = 0;
      return async ({ operation, step, pause }) => {
        if (isWrite(operation)) writes += 1;
        const isRefused = isWrite(operation) && writes % 7 === 0;
        await pause();
        const outcome = isRefused ? refusedForNow() : step(operation);
        await pause();
        return outcome;
      };
    }),
  },
});
