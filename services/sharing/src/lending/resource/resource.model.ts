import type { Counting, Lending } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { ResourceFunction } from '@gongxiang/contracts/sharing/sharing-events';
import { DomainError, newPeriod, type PartyKind, type Period, type Subject } from '@gongxiang/domain';

export const availabilityDaysMax = 366;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Whoever may decide about a resource: the officers of the union behind it, and the person whose own it is. */
export function managedBy(resource: { ownerKind: PartyKind; ownerId: string }, ownerPath: string): Subject {
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

/** What is read by many at once is know-how. @throws DomainError `ACCESS_NOT_FOR_FUNCTION` */
export function checkLending(resource: { lending: Lending; function: ResourceFunction }): void {
  const isKnowHow = resource.function === 'information' || resource.function === 'management';
  if (resource.lending === 'access' && !isKnowHow)
    throw new DomainError('ACCESS_NOT_FOR_FUNCTION', { pointer: '/lending' });
}

/**
 * Which version of the conditions a loan is made under.
 * @param inForce 0 where there are none @param accepted what the borrower says he has read
 * @returns null where there is nothing to accept
 * @throws DomainError `CONDITIONS_NOT_ACCEPTED`, `CONDITIONS_CHANGED` where others are in force by now
 */
export function acceptedConditions(inForce: number, accepted: number | null | undefined): number | null {
  const pointer = '/conditionsVersion';
  if (inForce === 0) return null;
  if (accepted === null || accepted === undefined)
    throw new DomainError('CONDITIONS_NOT_ACCEPTED', { pointer });
  if (accepted !== inForce)
    throw new DomainError('CONDITIONS_CHANGED', { pointer, params: { version: inForce } });
  return inForce;
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
