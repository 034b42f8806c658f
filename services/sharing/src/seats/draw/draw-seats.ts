import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { AdmissionService } from '../registration/admission.service.js';
import type { Candidate } from '../registration/candidate.js';
import { LineRepository } from '../registration/line.repository.js';
import type { RegistrationRow } from '../registration/registration.entity.js';
import { freeIn, type Hall, lineOf, seated } from '../registration/seating.model.js';
import { SeatingService } from '../registration/seating.service.js';

/** Turns what was drawn into registrations. Its callers hold the lock of the activity. */
@Injectable()
export class DrawSeats {
  constructor(
    private readonly admission: AdmissionService,
    private readonly lines: LineRepository,
    private readonly seating: SeatingService,
  ) {}

  /**
   * Everybody comes into the line of his pool in the drawn order; who has drawn a seat is given it at once, for good or as an
   * offer for the hours of the pool, as everybody who gets a seat without having just asked for it.
   * @param winners persons; for whom there is no seat any more (the pool was lowered since) he is the first in the line
   */
  async give(
    tx: Transaction,
    activity: ActivityRow,
    {
      candidates,
      winners,
    }: { readonly candidates: readonly Candidate[]; readonly winners: ReadonlySet<string> },
  ): Promise<void> {
    if (candidates.length === 0) return;
    const poolIds = [...new Set(candidates.map(({ pool }) => pool.id))];
    const before = await this.lines.hall(tx, activity.id, poolIds);
    const rows = await this.admission.enlist(tx, activity, candidates);
    const drawn = rows.filter(({ personId }) => winners.has(personId));
    await this.seating.give(tx, before, fitting(before, drawn));
  }
}

/** Those whose parties fit into what is free, one after the other. */
function fitting(hall: Hall, rows: readonly RegistrationRow[]): RegistrationRow[] {
  let current = hall;
  return rows.filter(({ poolId, heads }) => {
    if (heads > freeIn(current, poolId)) return false;
    const line = lineOf(current, poolId);
    current = seated(current, poolId, { ...line, confirmed: line.confirmed + heads }, heads);
    return true;
  });
}
