import type { Counting, Lending } from '@gongxiang/contracts/sharing/lending/resource.contract';
import type { ResourceFunction } from '@gongxiang/contracts/sharing/sharing-events';
import { dayMs, DomainError, newPeriod, type PartyKind, type Period } from '@gongxiang/domain';
import type { MatterSubject } from '../../reference/delegation/delegated.js';
import { matterOf } from '../../reference/delegation/delegation.model.js';

export const availabilityDaysMax = 366;
const minuteMs = 60_000;

/** What stands in the books where a person lends something: those never change, and its title is theirs. */
const lentByPerson = '职工个人提供的资源';

/** The title of a resource for the books of unions. */
export function bookedTitle({
  ownerKind,
  title,
}: {
  readonly ownerKind: PartyKind;
  readonly title: string;
}): string {
  return ownerKind === 'person' ? lentByPerson : title;
}

/** Those who may decide about a resource: the officers of the union behind it, the owner's representatives, a personal owner. */
export function managedBy(
  resource: { ownerKind: PartyKind; ownerId: string },
  ownerPath: string,
): MatterSubject & { readonly paths: readonly string[] } {
  const own = resource.ownerKind === 'person' ? { personId: resource.ownerId } : {};
  const matters = matterOf({ kind: resource.ownerKind, id: resource.ownerId });
  return { paths: [ownerPath], visible: true, ...own, matters };
}

/** @throws DomainError `COORDINATES_INCOMPLETE` if one of the two is missing */
export function checkCoordinates(place: { latitude: number | null; longitude: number | null }): void {
  if ((place.latitude === null) === (place.longitude === null)) return;
  throw new DomainError('COORDINATES_INCOMPLETE', {
    pointer: place.latitude === null ? '/latitude' : '/longitude',
  });
}

/** Only know-how can be read by many at once. @throws DomainError `ACCESS_NOT_FOR_FUNCTION` */
export function checkLending(resource: { lending: Lending; function: ResourceFunction }): void {
  const isKnowHow = resource.function === 'information' || resource.function === 'management';
  if (resource.lending === 'access' && !isKnowHow)
    throw new DomainError('ACCESS_NOT_FOR_FUNCTION', { pointer: '/lending' });
}

/**
 * The version of the conditions that a loan is made under.
 * @param inForce 0 without any @param accepted the version the borrower says they have read
 * @returns null if there is nothing to accept
 * @throws DomainError `CONDITIONS_NOT_ACCEPTED`, `CONDITIONS_CHANGED` if others are in force by now
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
 * The occupied time of a loan: with the largest buffers of some resources before and after it (E59: each once, and
 * stored, so that nothing can omit them).
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

/** The quantity is stated for counted resources, and for no others. */
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
 * The requested window [from, to).
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
