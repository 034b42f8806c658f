import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type ClubsOfPeople, PoolClubs } from '../../activities/pool/pool-clubs.js';
import { type PlacedPool, PoolRepository } from '../../activities/pool/pool.repository.js';
import { LineRepository } from '../registration/line.repository.js';
import { type Applicant, RegistrationRepository } from '../registration/registration.repository.js';
import { freeOfCap, freeSeats } from '../registration/seating.model.js';
import { SeatingService } from '../registration/seating.service.js';

/** What is to be drawn for, as the list says it: pools by numbers, in the order in which they were made. */
export interface Ground {
  readonly pools: readonly PlacedPool[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly free: readonly number[];
  readonly caps: readonly { readonly free: number; readonly pools: readonly number[] }[];
}

/** What a draw rests on beyond itself. Its callers hold the lock of the activity. */
@Injectable()
export class DrawGround {
  constructor(
    private readonly poolRows: PoolRepository,
    private readonly lines: LineRepository,
    private readonly registrations: RegistrationRepository,
    private readonly seating: SeatingService,
    private readonly poolClubs: PoolClubs,
  ) {}

  applicants(
    tx: Transaction,
    activity: ActivityRow,
    personIds: readonly string[],
  ): Promise<Map<string, Applicant>> {
    return this.registrations.applicants(tx, activity.id, personIds);
  }

  clubs(
    tx: Transaction,
    { startsAt }: ActivityRow,
    pools: readonly PlacedPool[],
    personIds: readonly string[],
  ): Promise<ClubsOfPeople> {
    return this.poolClubs.read(tx, pools, { personIds, day: shanghaiDate(startsAt) });
  }

  pools(tx: Transaction, activityId: string): Promise<PlacedPool[]> {
    return this.poolRows.ofActivity(tx, activityId);
  }

  async of(tx: Transaction, activity: ActivityRow): Promise<Ground> {
    const pools = await this.pools(tx, activity.id);
    const numbers = new Map(pools.map(({ id }, index) => [id, index + 1]));
    // A pool that was lowered has put people into its line: what is free is theirs first.
    await this.serve(tx, activity.id);
    const hall = await this.lines.hall(tx, activity.id);
    const free = pools.map(({ id }) => {
      const line = hall.lines.get(id);
      return line === undefined || line.servableParties > 0 ? 0 : freeSeats(line);
    });
    const caps = hall.caps.map((cap) => ({
      free: freeOfCap(cap),
      pools: pools.flatMap(({ id }, index) => (cap.poolIds.has(id) ? index + 1 : [])),
    }));
    return { pools, numbers, free, caps };
  }

  /** Gives what is free to who waits. */
  async serve(tx: Transaction, activityId: string): Promise<void> {
    const pools = await this.pools(tx, activityId);
    await this.seating.serveAll(
      tx,
      activityId,
      pools.map(({ id }) => id),
    );
  }
}
