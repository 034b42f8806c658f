import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { aliasesIn, type Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type ClubsOfPeople, PoolClubs } from '../../activities/pool/pool-clubs.js';
import { type PlacedPool, PoolRepository } from '../../activities/pool/pool.repository.js';
import { CapacityRepository } from '../registration/capacity.repository.js';
import { type Applicant, RegistrationRepository } from '../registration/registration.repository.js';
import { freeOfCap, freeSeats } from '../registration/seating.model.js';
import { SeatingService } from '../registration/seating.service.js';

/** The pools and caps of a draw as the list states them: pools are numbered in the order of their creation. */
export interface DrawPools {
  readonly pools: readonly PlacedPool[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly free: readonly number[];
  readonly caps: readonly { readonly free: number; readonly pools: readonly number[] }[];
}

/** Everything a draw reads beyond its own tables. Callers hold the lock of the activity. */
@Injectable()
export class DrawFacts {
  constructor(
    private readonly poolRows: PoolRepository,
    private readonly capacities: CapacityRepository,
    private readonly registrations: RegistrationRepository,
    private readonly seating: SeatingService,
    private readonly poolClubs: PoolClubs,
  ) {}

  /** By the id of the entry, which stays when two records of one person are merged: the seat is the survivor's. */
  async applicants(
    tx: Transaction,
    activity: ActivityRow,
    personIds: readonly string[],
  ): Promise<Map<string, Applicant>> {
    const aliases = await aliasesIn(tx.sql, personIds);
    const presentOf = (id: string): string => aliases.get(id) ?? id;
    const known = await this.registrations.applicants(tx, activity.id, [
      ...new Set(personIds.map(presentOf)),
    ]);
    return new Map(
      personIds.flatMap((id) => {
        const applicant = known.get(presentOf(id));
        return applicant === undefined ? [] : [[id, applicant] as const];
      }),
    );
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

  async load(tx: Transaction, activity: ActivityRow): Promise<DrawPools> {
    const pools = await this.pools(tx, activity.id);
    const numbers = new Map(pools.map(({ id }, index) => [id, index + 1]));
    // A pool that was lowered has put people on its waitlist: free seats are theirs first.
    await this.promoteWaitlists(tx, activity.id);
    const capacity = await this.capacities.load(tx, activity.id);
    const free = pools.map(({ id }) => {
      const quota = capacity.quotas.get(id);
      return quota === undefined || quota.servableParties > 0 ? 0 : freeSeats(quota);
    });
    const caps = capacity.caps.map((cap) => ({
      free: freeOfCap(cap),
      pools: pools.flatMap(({ id }, index) => (cap.poolIds.has(id) ? index + 1 : [])),
    }));
    return { pools, numbers, free, caps };
  }

  /** Assigns free seats to the people on the waitlists. */
  async promoteWaitlists(tx: Transaction, activityId: string): Promise<void> {
    const pools = await this.pools(tx, activityId);
    await this.seating.promoteWaitlists(
      tx,
      activityId,
      pools.map(({ id }) => id),
    );
  }
}
