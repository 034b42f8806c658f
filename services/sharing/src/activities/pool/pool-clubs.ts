import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { PoolAudience } from './pool.model.js';

const inNone: ReadonlySet<string> = new Set();

/** The memberships of people in the clubs that pools are for. */
export interface ClubsOfPeople {
  of(personId: string): ReadonlySet<string>;
}

@Injectable()
export class PoolClubs {
  constructor(private readonly references: ReferenceRepository) {}

  /**
   * One statement for everybody who signs up together; none if no pool is for a club. @param day of the activity
   * (E23)
   */
  async read(
    tx: Transaction,
    pools: readonly PoolAudience[],
    { personIds, day }: { readonly personIds: readonly string[]; readonly day: string },
  ): Promise<ClubsOfPeople> {
    const clubIds = pools.flatMap(({ clubId }) => clubId ?? []);
    if (clubIds.length === 0) return { of: () => inNone };
    const found = await this.references.clubsOf(tx, { clubIds, personIds, day });
    return { of: (personId) => found.get(personId) ?? inNone };
  }
}
