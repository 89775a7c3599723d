// The consistency models by their definitions, by trying every order.

import type { Consistency } from '../consistency.js';
import { answeredCalls, byClock, inLane, isExplained, type Precedence } from './brute-force.js';
import { register, type RegisterHistory } from './register.js';

export function isConsistent(history: RegisterHistory, level: Consistency, lag: number): boolean {
  switch (level) {
    case 'linearizable':
      return isExplained(history, register);
    case 'sequential':
      return isConsistent(history, 'session', lag) && isExplained(history, register, undefined, inLane(history));
    case 'session':
    case 'monotonic':
    case 'eventual':
      return (
        areSettledReadsExplained(history, lag) && lanesOf(history).every((lane) => hasView(history, lane, level, lag))
      );
    default:
      return level satisfies never;
  }
}

function lanesOf(history: RegisterHistory): readonly number[] {
  return [...new Set(history.map(({ lane }) => lane))];
}

type Viewed = Extract<Consistency, 'session' | 'monotonic' | 'eventual'>;

function hasView(history: RegisterHistory, lane: number, level: Viewed, lag: number): boolean {
  const view = history.filter((call) => call.input.kind !== 'get' || call.lane === lane);
  const [isEarlier, isEarlierInLane] = [byClock(view), inLane(view)];
  const isRead = (position: number): boolean => view[position]?.input.kind === 'get';
  const precedes: Precedence = (first, second) => {
    const isOwn = view[first]?.lane === lane && view[second]?.lane === lane;
    const isOrdered = isOwn && (level === 'session' || (level === 'monotonic' && isRead(first) && isRead(second)));
    if (isOrdered && isEarlierInLane(first, second)) return true;
    if (!isRead(second)) return isEarlier(first, second);
    return (view[first]?.returned?.at ?? Infinity) < (view[second]?.invokedAt ?? 0) - lag;
  };
  return isExplained(view, register, answeredCalls(view), precedes);
}

function areSettledReadsExplained(history: RegisterHistory, lag: number): boolean {
  const settled = history.filter(({ input, invokedAt, returned }) => {
    if (input.kind !== 'get' || returned === undefined) return true;
    return history.every((write) => {
      if (write.input.kind === 'get' || write.returned?.output.kind === 'refused') return true;
      const isOver = write.returned !== undefined && write.returned.at < invokedAt - lag;
      return isOver || write.invokedAt > returned.at;
    });
  });
  return isExplained(settled, register, answeredCalls(settled), byClock(settled));
}
