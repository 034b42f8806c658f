import type { DrawResult } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { DomainError } from '@gongxiang/domain';

/** The window in which people may enter. */
interface DrawWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * @throws DomainError `DRAW_OPENS_TOO_EARLY`: the commitment must be visible before anybody can enter;
 * `PERIOD_EMPTY`, `DRAW_CLOSES_TOO_LATE`
 */
export function requireWindow({ opensAt, closesAt }: DrawWindow, startsAt: Date, now: Date): void {
  if (!(opensAt > now)) throw new DomainError('DRAW_OPENS_TOO_EARLY', { pointer: '/opensAt' });
  if (!(opensAt < closesAt)) throw new DomainError('PERIOD_EMPTY', { pointer: '/closesAt' });
  if (closesAt > startsAt) throw new DomainError('DRAW_CLOSES_TOO_LATE', { pointer: '/closesAt' });
}

/** @throws DomainError `DRAW_CANCELLED`, `DRAW_NOT_OPEN_YET`, `DRAW_CLOSED` */
export function requireEnterable(draw: DrawWindow & { readonly state: string }, now: Date): void {
  if (draw.state === 'cancelled') throw new DomainError('DRAW_CANCELLED');
  // Entry ends at `closesAt` even if the freeze runs a moment late.
  if (draw.state !== 'open' || now >= draw.closesAt) throw new DomainError('DRAW_CLOSED');
  if (now < draw.opensAt)
    throw new DomainError('DRAW_NOT_OPEN_YET', { params: { opensAt: draw.opensAt.toISOString() } });
}

const weightMax = 3;

/** People who came less often have more tickets: 3 for none, 2 for one, 1 for more. */
export function weightOf(timesCame: number): number {
  return weightMax - Math.min(weightMax - 1, timesCame);
}

/** A row of the frozen list. Its number is its position in the list, from 1. */
export interface ListedEntry {
  readonly token: string;
  /** Tickets. */
  readonly weight: number;
  readonly heads: number;
  /** The number of the pool the seats come from. */
  readonly pool: number;
}

/** Everything that determines the result beside the secret. Pools are numbered from 1, in this order. */
export interface DrawList {
  readonly drawId: string;
  /** Free seats of each pool. */
  readonly pools: readonly number[];
  readonly caps: readonly { readonly free: number; readonly pools: readonly number[] }[];
  /** In token order, so that the order of entry says nothing about who it is. */
  readonly entries: readonly ListedEntry[];
}

/** The list as hashed and published: one row each, without names or ids of persons. */
export function listText({ drawId, pools, caps, entries }: DrawList): string {
  const lines = [
    `draw ${drawId}`,
    ...pools.map((free, index) => `pool ${index + 1} ${free}`),
    ...caps.map((cap) => ['cap', cap.free, ...cap.pools].join(' ')),
    ...entries.map(({ token, weight, heads, pool }, index) =>
      ['entry', index + 1, token, weight, heads, pool].join(' '),
    ),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * A weighted order without replacement. Ticket k (from 1) of an entry is the value of `<token>:<k>`; all are
 * independent and identically distributed, and the smallest ticket of an entry decides its place. Each ticket is as
 * likely as any other to be the smallest of those that are left, so an entry with w tickets comes next with
 * probability w ÷ (tickets left). That is algorithm A-Res of Efraimidis and Spirakis, "Weighted random sampling with
 * a reservoir" (2006), for whole weights and without a logarithm, which computers round differently.
 * @param valueOf a keyed hash in hex of constant length
 * @returns the numbers of the entries in the drawn order
 */
export function drawOrder(
  entries: readonly ListedEntry[],
  valueOf: (ticket: string) => string,
): readonly number[] {
  const drawn = entries.map(({ token, weight }, index) => {
    const [smallest = ''] = Array.from({ length: weight }, (_, ticket) =>
      valueOf(`${token}:${ticket + 1}`),
    ).sort();
    return { number: index + 1, value: smallest };
  });
  return drawn.sort((left, right) => (left.value < right.value ? -1 : 1)).map(({ number }) => number);
}

/**
 * Decides who gets a seat: in the drawn order, every party that fits into what is left of its pool and of every cap
 * above it. A party that does not fit is passed over and waits; no seat is reserved for it.
 * @returns results in the drawn order
 */
export function allot(list: DrawList, order: readonly number[]): readonly DrawResult[] {
  const bounds = [
    ...list.pools.map((free, index) => ({ free, pools: [index + 1] })),
    ...list.caps.map((cap) => ({ ...cap })),
  ];
  return order.map((number) => {
    const entry = list.entries[number - 1];
    if (entry === undefined) throw new Error('the order names entries of its list');
    const over = bounds.filter((bound) => bound.pools.includes(entry.pool));
    if (over.some(({ free }) => entry.heads > free)) return 'line';
    for (const bound of over) bound.free -= entry.heads;
    return 'seat';
  });
}

/** The result as published: one row `<place> <entry number> seat|line` each. */
export function resultText(order: readonly number[], results: readonly DrawResult[]): string {
  return order.map((number, index) => `${index + 1} ${number} ${results[index] ?? ''}\n`).join('');
}
