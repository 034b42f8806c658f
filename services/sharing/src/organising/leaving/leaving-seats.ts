import { Injectable } from '@nestjs/common';
import type { LeavingView } from '@gongxiang/contracts/sharing/organising/leaving.contract';
import type { Transaction } from '@gongxiang/persistence';
import type { Invitation } from '../../activities/co-host/co-host-changes.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import { PoolReleaseService } from '../../seats/registration/pool-release.service.js';
import { PoolSeats } from '../../seats/registration/pool-seats.js';
import { stayingHosts } from './leaving-co-hosts.js';
import { poolsOfLeaver } from './leaving.model.js';

/** The seats reserved for a co-host's members. */
@Injectable()
export class LeavingSeats {
  constructor(
    private readonly pools: PoolRepository,
    private readonly seats: PoolSeats,
    private readonly releases: PoolReleaseService,
  ) {}

  async of(tx: Transaction, invitation: Invitation): Promise<Pick<LeavingView, 'pools' | 'caps'>> {
    const { row, activity } = invitation;
    const leaving = poolsOfLeaver(await this.pools.rowsOf(tx, activity.id), row, stayingHosts(invitation));
    const counted = leaving.length === 0 ? [] : await this.seats.ofActivity(tx, activity.id);
    const caps = await this.pools.capsOf(tx, activity.id);
    return {
      pools: counted
        .filter((pool) => leaving.some(({ id }) => id === pool.id))
        .map(({ id, name, seats: { capacity, confirmed, held, free, waiting } }) => ({
          id,
          name,
          capacity,
          taken: confirmed + held,
          released: free,
          waiting,
        })),
      caps: caps
        .filter(({ unionId }) => unionId === row.unionId)
        .map(({ id, name, capacity }) => ({ id, name, capacity })),
    };
  }

  /** Releases their free seats to everybody, as at the time of a release (E15). */
  async release(tx: Transaction, invitation: Invitation): Promise<void> {
    const { row, activity } = invitation;
    const leaving = poolsOfLeaver(await this.pools.rowsOf(tx, activity.id), row, stayingHosts(invitation));
    for (const pool of leaving) await this.releases.releaseNow(tx, activity.id, pool);
  }
}
