import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { GranteeDto, GranteeKind } from '@gongxiang/contracts/sharing/lending/grant-terms';
import { type Coordinates, distanceTenths, DomainError, isWithin, type PartyKind } from '@gongxiang/domain';

/** The recipient of a right of use, as stated by its owner. */
export interface Grantee {
  readonly kind: GranteeKind;
  readonly unionId: string | null;
  readonly sizeClass: SizeClassName | null;
  /** A party, or the club whose members' unions are meant. */
  readonly partyKind: PartyKind | null;
  readonly partyId: string | null;
  /** For neighbours: the distance; null if the park is meant. */
  readonly withinKm: number | null;
  /** Empty: any size. */
  readonly onlySizes: readonly SizeClassName[];
  readonly exceptUnionIds: readonly string[];
}

/** What the copies currently say about the parties of a right. */
export interface PartyFacts {
  /** The path of the named union; null if none is named, or the copy has not arrived. */
  readonly granteePath: string | null;
  /** The union behind the party, or those of the club's members. */
  readonly unionIds: readonly string[];
  /** The excepted unions, with everything below them. */
  readonly exceptPaths: readonly string[];
  /** The centre for neighbours: the resource's own place, or that of the owning union. */
  readonly centre: Coordinates | null;
  /** The park of the owning union. */
  readonly parkPath: string | null;
}

export interface Borrower {
  readonly unionId: string;
  readonly path: string;
  readonly sizeClass: SizeClassName | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const nobody: Grantee = {
  kind: 'everyone',
  unionId: null,
  sizeClass: null,
  partyKind: null,
  partyId: null,
  withinKm: null,
  onlySizes: [],
  exceptUnionIds: [],
};

/**
 * Validates a grantee: the fields of its kind, and the restrictions that any kind may have.
 * @throws DomainError `GRANTEE_INCOMPLETE`, `NEIGHBOURS_ONE_OF`
 */
export function checkGrantee(to: GranteeDto): Grantee {
  const narrowing = {
    onlySizes: [...new Set(to.onlySizes ?? [])],
    exceptUnionIds: [...new Set(to.exceptUnionIds ?? [])],
  };
  return { ...nobody, kind: to.kind, ...fieldsOf[to.kind](to), ...narrowing };
}

const fieldsOf: Readonly<Record<GranteeKind, (to: GranteeDto) => Partial<Grantee>>> = {
  everyone: () => ({}),
  union: ({ unionId }) => ({ unionId: unionId ?? incomplete('unionId') }),
  subtree: ({ unionId }) => ({ unionId: unionId ?? incomplete('unionId') }),
  sizeClass: ({ sizeClass }) => ({ sizeClass: sizeClass ?? incomplete('sizeClass') }),
  party: ({ party }) => {
    const { kind: partyKind, id: partyId } = party ?? incomplete('party');
    return { partyKind, partyId };
  },
  club: ({ clubId }) => ({ partyKind: 'club', partyId: clubId ?? incomplete('clubId') }),
  neighbours: (to) => ({ withinKm: distanceOf(to) }),
};

/**
 * Refuses a right that would reach nobody because the neighbourhood of the resource is unknown.
 * @throws DomainError `RESOURCE_PLACE_UNKNOWN`, `OWNER_PARK_UNKNOWN`
 */
export function requireNeighbourhood({ kind, withinKm }: Grantee, { centre, parkPath }: PartyFacts): void {
  if (kind !== 'neighbours') return;
  if (withinKm === null && parkPath === null)
    throw new DomainError('OWNER_PARK_UNKNOWN', { pointer: '/to/neighbours/samePark' });
  if (withinKm !== null && centre === null)
    throw new DomainError('RESOURCE_PLACE_UNKNOWN', { pointer: '/to/neighbours/withinKm' });
}

/** Whether the grantee includes the borrower. Excepted unions and other sizes are excluded. */
export function includes(grantee: Grantee, facts: PartyFacts, borrower: Borrower): boolean {
  const { onlySizes } = grantee;
  if (onlySizes.length > 0 && (borrower.sizeClass === null || !onlySizes.includes(borrower.sizeClass)))
    return false;
  if (facts.exceptPaths.some((path) => isWithin(borrower.path, path))) return false;
  return names(grantee, facts, borrower);
}

function names(grantee: Grantee, facts: PartyFacts, borrower: Borrower): boolean {
  switch (grantee.kind) {
    case 'everyone':
      return true;
    case 'union':
      return grantee.unionId === borrower.unionId;
    case 'subtree':
      return facts.granteePath !== null && isWithin(borrower.path, facts.granteePath);
    case 'sizeClass':
      return borrower.sizeClass !== null && grantee.sizeClass === borrower.sizeClass;
    case 'party':
    case 'club':
      return facts.unionIds.includes(borrower.unionId);
    case 'neighbours':
      return isNeighbour(grantee.withinKm, facts, borrower);
  }
}

function isNeighbour(withinKm: number | null, { centre, parkPath }: PartyFacts, borrower: Borrower): boolean {
  if (withinKm === null) return parkPath !== null && isWithin(borrower.path, parkPath);
  const { longitude, latitude } = borrower;
  if (centre === null || longitude === null || latitude === null) return false;
  return distanceTenths(centre, { longitude, latitude }) <= withinKm * 10;
}

function distanceOf({ neighbours }: GranteeDto): number | null {
  const { withinKm = null, samePark } = neighbours ?? incomplete('neighbours');
  if ((withinKm !== null) === (samePark ?? false))
    throw new DomainError('NEIGHBOURS_ONE_OF', { pointer: '/to/neighbours' });
  return withinKm;
}

function incomplete(field: string): never {
  throw new DomainError('GRANTEE_INCOMPLETE', { pointer: `/to/${field}` });
}
