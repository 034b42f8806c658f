import type {
  RegistrationLineView,
  MyRegistrationView,
  RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Companion } from './eligibility.model.js';
import type { RegistrationRow } from './registration.entity.js';
import type { OwnRegistration, RegistrationLine } from './registration.repository.js';
import { bindingReason, type Capacity } from './seating.model.js';

/** The data of a registration view beside its row. */
interface Surroundings {
  readonly poolName: string;
  readonly companions: readonly Companion[];
  readonly waitlistPlace: number | null;
  readonly capacity: Capacity;
  readonly now: Date;
  /** The viewer: only the person themselves sees the code for the door. */
  readonly viewerId: string;
}

export function viewOf(row: RegistrationRow, around: Surroundings): RegistrationView {
  const waits = row.state === 'waitlisted';
  const binding = waits ? bindingReason(around.capacity, row, around.now) : null;
  return {
    id: row.id,
    version: row.version,
    activityId: row.activityId,
    personId: row.personId,
    state: row.state,
    pool: row.poolId,
    poolName: around.poolName,
    waitlistPlace: waits ? around.waitlistPlace : null,
    waitlistReason: binding?.reason ?? null,
    waitlistCap: binding?.cap ?? null,
    waitlistCame: waits ? row.came : null,
    offerExpiresAt: instantText(row.offerExpiresAt),
    heads: row.heads,
    companions: around.companions.map(({ name, ageBand }) => ({ name, ageBand: ageBand ?? null })),
    guardianConsentAt: instantText(row.guardianConsentAt),
    checkInCode: around.viewerId === row.personId ? row.checkInCode : null,
    registeredAt: row.registeredAt.toISOString(),
  };
}

export function lineViewOf(line: RegistrationLine): RegistrationLineView {
  const { id, version, personId, state, poolName, waitlistPlace, heads, overridden } = line;
  return {
    id,
    version,
    personId,
    maskedName: line.maskedName ?? '*',
    state,
    pool: line.poolId,
    poolName,
    waitlistPlace,
    waitlistCame: state === 'waitlisted' ? line.came : null,
    offerExpiresAt: line.offerExpiresAt?.toISOString() ?? null,
    heads,
    overridden,
    registeredAt: line.registeredAt.toISOString(),
  };
}

export function ownViewOf(own: OwnRegistration): MyRegistrationView {
  const { poolId, startsAt, endsAt, offerExpiresAt, registeredAt, ...rest } = own;
  return {
    ...rest,
    pool: poolId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    offerExpiresAt: offerExpiresAt?.toISOString() ?? null,
    registeredAt: registeredAt.toISOString(),
  };
}

function instantText(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
