import type { BulletinTarget } from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import type { OutsideChannel } from '@gongxiang/contracts/affairs/bulletins/bulletin-outside-count.contract';
import { DomainError } from '@gongxiang/domain';

interface Count {
  readonly channel: OutsideChannel;
  readonly name: string;
  readonly day: string;
  readonly readers: number;
  readonly likes: number | null;
  readonly shares: number | null;
}

interface Reach {
  readonly readers: number;
  readonly likes: number;
  readonly shares: number;
}

/**
 * The sum over all channels. Each says how many there were from the beginning, so that only its latest count is added:
 * else whoever read on the first day would count again with each further day.
 */
export function reachOf(counts: readonly Count[]): Reach {
  const latest = new Map<string, Count>();
  for (const count of counts) {
    const key = JSON.stringify([count.channel, count.name]);
    const known = latest.get(key);
    if (known === undefined || known.day < count.day) latest.set(key, count);
  }
  const sum = (figureOf: (count: Count) => number | null): number =>
    [...latest.values()].reduce((total, count) => total + (figureOf(count) ?? 0), 0);
  return {
    readers: sum(({ readers }) => readers),
    likes: sum(({ likes }) => likes),
    shares: sum(({ shares }) => shares),
  };
}

/**
 * Only what anybody may read is taken elsewhere; what was withdrawn or is over may have counts that come later.
 * @throws DomainError `BULLETIN_NOT_OUTSIDE`
 */
export function requireTakenOutside(
  bulletin: { readonly audience: BulletinTarget; readonly shownFrom: Date | null; readonly state: string },
  now: Date,
): void {
  const { audience, shownFrom, state } = bulletin;
  const wasShown = state !== 'draft' && shownFrom !== null && shownFrom <= now;
  if (audience !== 'public' || !wasShown) throw new DomainError('BULLETIN_NOT_OUTSIDE');
}

/**
 * @param today in China
 * @throws DomainError `BULLETIN_OUTSIDE_DAY_AHEAD`
 */
export function requirePastDay(day: string, today: string): void {
  if (day > today) throw new DomainError('BULLETIN_OUTSIDE_DAY_AHEAD', { pointer: '/day' });
}
