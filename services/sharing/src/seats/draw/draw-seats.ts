import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AdmissionService } from '../registration/admission.service.js';
import type { Candidate } from '../registration/candidate.js';
import { CapacityRepository } from '../registration/capacity.repository.js';
import type { RegistrationRow } from '../registration/registration.entity.js';
import { freeIn, type Capacity, quotaOf, seated } from '../registration/seating.model.js';
import { SeatingService } from '../registration/seating.service.js';

/** Turns drawn results into registrations. Callers hold the lock of the activity. */
@Injectable()
export class DrawSeats {
  constructor(
    private readonly admission: AdmissionService,
    private readonly capacities: CapacityRepository,
    private readonly seating: SeatingService,
  ) {}

  /**
   * Adds everybody to the waitlist of their pool in the drawn order; those who drew a seat get it at once, confirmed
   * or as an offer for the pool's hours, like everybody who gets a seat without having just asked for it.
   * @param winners person ids; a winner for whom no seat is left (the pool was lowered since) is first on the
   * waitlist
   * @returns the person ids of those who wait
   */
  async assign(
    tx: Transaction,
    activity: ActivityRow,
    {
      candidates,
      winners,
    }: { readonly candidates: readonly Candidate[]; readonly winners: ReadonlySet<string> },
  ): Promise<string[]> {
    if (candidates.length === 0) return [];
    const poolIds = [...new Set(candidates.map(({ pool }) => pool.id))];
    const before = await this.capacities.load(tx, activity.id, poolIds);
    const rows = await this.admission.enlist(tx, activity, candidates);
    const drawn = rows.filter(({ personId }) => winners.has(personId));
    const seated = fitting(before, drawn);
    await this.seating.assignSeats(tx, before, seated, { isDrawn: true });
    return rows.filter((row) => !seated.includes(row)).map(({ personId }) => personId);
  }
}

/** The registrations whose parties fit into the free seats, one after the other. */
function fitting(capacity: Capacity, rows: readonly RegistrationRow[]): RegistrationRow[] {
  let current = capacity;
  return rows.filter(({ poolId, heads }) => {
    if (heads > freeIn(current, poolId)) return false;
    const quota = quotaOf(current, poolId);
    current = seated(current, poolId, { ...quota, confirmed: quota.confirmed + heads }, heads);
    return true;
  });
}
