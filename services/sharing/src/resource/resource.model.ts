import { DomainError, newPeriod, type PartyKind, type Period, type Subject } from '@gongxiang/domain';

export const availabilityDaysMax = 92;
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
