import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { Companion } from './eligibility.model.js';
import { CapacityRepository } from './capacity.repository.js';
import type { RegistrationRow } from './registration.entity.js';
import { RegistrationRepository } from './registration.repository.js';
import { decideRegistrations } from './seating.model.js';
import { SeatingService } from './seating.service.js';

/** Growth of a party under the lock of its activity. */
@Injectable()
export class PartyGrowth {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
  ) {}

  /**
   * A party with seats grows only by seats that a newcomer would get now; a waiting one grows in its place.
   * @throws DomainError `NO_SEATS_FOR_COMPANIONS`; the party then stays as it was
   */
  async grow(
    tx: Transaction,
    before: RegistrationRow,
    companions: readonly Companion[],
  ): Promise<RegistrationRow> {
    if (before.state !== 'waitlisted') await this.requireSeats(tx, before, companions.length);
    const row = { ...before, heads: before.heads + companions.length, version: before.version + 1 };
    await this.registrations.update(tx, row);
    await this.registrations.addCompanions(tx, before, companions);
    await this.seating.publishChanges(tx, [row], before.state);
    // A waiting party may have outgrown its pool: then it no longer blocks anybody.
    await this.seating.promoteWaitlist(tx, { activityId: row.activityId, id: row.poolId });
    return row;
  }

  private async requireSeats(tx: Transaction, row: RegistrationRow, heads: number): Promise<void> {
    const { poolId } = row;
    const capacity = await this.capacities.load(tx, row.activityId, [poolId]);
    const [decision] = decideRegistrations(capacity, [{ poolId, heads, overridden: false }]).decisions;
    if (decision?.state !== 'confirmed')
      throw new DomainError('NO_SEATS_FOR_COMPANIONS', { pointer: '/companions' });
  }
}
