import type { UnmetCode } from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Unmet } from '../../activities/eligibility/conditions.model.js';
import { choosePool, type PoolPlace, type PoolSeeker, takes } from '../../activities/pool/pool.model.js';

/** What takes a seat or a place in line from somebody who belongs to another union now, as their notice says. */
export type SeatCause =
  | 'otherUnions'
  | 'otherSizes'
  | 'tooFar'
  | 'placeUnknown'
  | 'outsidePark'
  | 'otherGroups'
  | 'noPool'
  | 'moved';

/** The conditions that follow from where somebody belongs. All others were judged at sign-up, and are not judged again. */
const causes: Partial<Readonly<Record<UnmetCode, SeatCause>>> = {
  NOT_OF_THESE_UNIONS: 'otherUnions',
  NOT_OF_THESE_SIZE_CLASSES: 'otherSizes',
  NOT_A_NEIGHBOUR: 'tooFar',
  PLACE_UNKNOWN: 'placeUnknown',
  NOT_IN_THE_PARK: 'outsidePark',
  NOT_IN_THESE_GROUPS: 'otherGroups',
};

interface SeatOfMover<Pool> {
  readonly state: RegistrationState;
  readonly poolId: string;
  readonly overrideReason: string | null;
  readonly isRedeemed: boolean;
  /** Nobody moves up into the seats of its pool by themselves any more. */
  readonly isPromotionOver: boolean;
  /** Where the person belongs now, and every condition of the activity that they do not meet there. */
  readonly seeker: PoolSeeker;
  readonly unmet: readonly Unmet[];
  readonly pools: readonly Pool[];
  /** Those of the pools' clubs that the person is in on the day of the activity. */
  readonly clubIds: ReadonlySet<string>;
}

type SeatVerdict<Pool> =
  | { readonly kind: 'stays' }
  | { readonly kind: 'moves'; readonly pool: Pool }
  | { readonly kind: 'ends'; readonly cause: SeatCause };

/**
 * What becomes of a seat or a place in line of somebody who belongs to another union now. A pool that is for them still,
 * released or not, keeps them: nobody loses a seat that they may have. Else another pool takes them as at sign-up.
 */
export function seatAfterMove<Pool extends PoolPlace & { readonly id: string }>(
  seat: SeatOfMover<Pool>,
): SeatVerdict<Pool> {
  if (isSettled(seat)) return { kind: 'stays' };
  const [cause] = seat.unmet.flatMap(({ code }) => causes[code] ?? []);
  if (cause !== undefined) return { kind: 'ends', cause };
  const own = seat.pools.find(({ id }) => id === seat.poolId);
  if (own !== undefined && takes(own, seat.seeker)) return { kind: 'stays' };
  const pool = choosePool(seat.pools, seat.seeker, seat.clubIds);
  return pool === null ? { kind: 'ends', cause: 'noPool' } : { kind: 'moves', pool };
}

/** An officer has answered for the seat, a coupon was handed out, or taking the seat would only leave it empty. */
function isSettled({ state, overrideReason, isRedeemed, isPromotionOver }: SeatOfMover<unknown>): boolean {
  return overrideReason !== null || isRedeemed || (isPromotionOver && state !== 'waitlisted');
}
