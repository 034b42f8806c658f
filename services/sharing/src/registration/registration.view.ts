import type { RegistrationLineView, MyRegistrationView, RegistrationView } from '@gongxiang/contracts';
import type { Companion } from './eligibility.model.js';
import type { RegistrationRow } from './registration.entity.js';
import type { OwnRegistration, RegistrationLine } from './registration.repository.js';
import { bindingReason, type Line } from './seating.model.js';

/** What a view of a registration is made from, beside its row. */
export interface Surroundings {
  readonly poolName: string;
  readonly companions: readonly Companion[];
  readonly waitlistPlace: number | null;
  readonly line: Line;
  /** Who looks: the code for the door is the person's own. */
  readonly viewerId: string;
}

export function viewOf(row: RegistrationRow, around: Surroundings): RegistrationView {
  const waits = row.state === 'waitlisted';
  return {
    id: row.id,
    version: row.version,
    activityId: row.activityId,
    personId: row.personId,
    state: row.state,
    pool: row.poolId,
    poolName: around.poolName,
    waitlistPlace: waits ? around.waitlistPlace : null,
    waitlistReason: waits ? bindingReason(around.line, row) : null,
    heads: row.heads,
    companions: around.companions.map(({ name, ageBand }) => ({ name, ageBand: ageBand ?? null })),
    checkInCode: around.viewerId === row.personId ? row.checkInCode : null,
    registeredAt: row.registeredAt.toISOString(),
  };
}

export function lineViewOf(line: RegistrationLine): RegistrationLineView {
  const { id, personId, state, poolName, waitlistPlace, heads, overridden } = line;
  return {
    id,
    personId,
    maskedName: line.maskedName ?? '*',
    state,
    pool: line.poolId,
    poolName,
    waitlistPlace,
    heads,
    overridden,
    registeredAt: line.registeredAt.toISOString(),
  };
}

export function ownViewOf(own: OwnRegistration): MyRegistrationView {
  const { poolId, startsAt, endsAt, registeredAt, ...rest } = own;
  return {
    ...rest,
    pool: poolId,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    registeredAt: registeredAt.toISOString(),
  };
}
