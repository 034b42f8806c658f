import type { Counting } from '@gongxiang/contracts';
import { DomainError, newPeriod, type PartyKind, type Period, type Subject } from '@gongxiang/domain';

export const availabilityDaysMax = 366;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Whoever may decide about a resource: the officers of the union behind it, and the person whose own it is. */
export function keptBy(resource: { ownerKind: PartyKind; ownerId: string }, ownerPath: string): Subject {
  const own = resource.ownerKind === 'person' ? { personId: resource.ownerId } : {};
  return { paths: [ownerPath], visible: true, ...own };
}

/** @throws DomainError `COORDINATES_INCOMPLETE` where one of the two is missing */
export function checkCoordinates(place: { latitude: number | null; longitude: number | null }): void {
  if ((place.latitude === null) === (place.longitude === null)) return;
  throw new DomainError('COORDINATES_INCOMPLETE', {
    pointer: place.latitude === null ? '/latitude' : '/longitude',
  });
}

/**
 * The time that a loan takes: with the minutes before and after it that any of some resources is kept free (E59: each
 * once, and stored, so that nobody can leave them out).
 */
export function occupied(
  period: Period,
  resources: readonly { readonly setupMinutes: number; readonly turnaroundMinutes: number }[],
): { startsAt: Date; occupiedUntil: Date } {
  const setup = Math.max(...resources.map((resource) => resource.setupMinutes));
  const turnaround = Math.max(...resources.map((resource) => resource.turnaroundMinutes));
  return {
    startsAt: new Date(period.start.getTime() - setup * minuteMs),
    occupiedUntil: new Date(period.end.getTime() + turnaround * minuteMs),
  };
}

/** Whoever may make or change a resource that is counted says how many there are, and of nothing else. */
export function stockOf(counting: Counting, quantity: number | null | undefined): number {
  if (counting === 'stock') {
    if (quantity) return quantity;
    throw new DomainError('STOCK_QUANTITY_MISSING', { pointer: '/quantity' });
  }
  if (quantity) throw new DomainError('QUANTITY_NOT_COUNTED', { pointer: '/quantity' });
  // Pieces are counted when they are added.
  return counting === 'pieces' ? 0 : 1;
}

/**
 * The window [from, to) that somebody looks at.
 * @throws DomainError `PERIOD_EMPTY`, `AVAILABILITY_TOO_LONG`
 */
export function availabilityWindow(from: string, to: string): Period {
  const window = newPeriod(new Date(from), new Date(to), '/to');
  if (window.end.getTime() - window.start.getTime() > availabilityDaysMax * dayMs) {
    throw new DomainError('AVAILABILITY_TOO_LONG', {
      pointer: '/to',
      params: { maxDays: availabilityDaysMax },
    });
  }
  return window;
}
