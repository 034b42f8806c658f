import { Injectable } from '@nestjs/common';
import type { CoHostState } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { decodeCursor, newestWithin, rowsFor, subtreesOf, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { ActivityRow } from '../activity/activity.entity.js';
import { CoHostRow } from './co-host.entity.js';

interface PageFilter {
  readonly cursor?: string;
  readonly limit?: number;
}

@Injectable()
export class CoHostRepository {
  findById(tx: Transaction, id: string): Promise<CoHostRow | null> {
    return tx.sql.findOneBy(CoHostRow, { id });
  }

  /** All of an activity, in the order of invitation. Stable under the activity's lock. */
  ofActivity(tx: Transaction, activityId: string): Promise<CoHostRow[]> {
    return tx.sql.find(CoHostRow, { where: { activityId }, order: { position: 'ASC' } });
  }

  async insert(tx: Transaction, row: CoHostRow): Promise<void> {
    await tx.sql.insert(CoHostRow, row);
  }

  async update(tx: Transaction, row: CoHostRow): Promise<void> {
    await tx.sql.update(CoHostRow, { activityId: row.activityId, id: row.id }, row);
  }

  /** A page of an activity's, in the order of invitation. */
  list(tx: Transaction, filter: PageFilter & { readonly activityId: string }): Promise<CoHostRow[]> {
    const query = tx.sql.createQueryBuilder(CoHostRow, 'c').orderBy('c.position');
    query.where('c.activityId = :activityId', { activityId: filter.activityId });
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('c.position > :position', { position: cursor[0] });
    return query.limit(rowsFor(filter.limit)).getMany();
  }

  /** The invitations the caller may see as the invited party, newest first: version 7 ids rise with time. */
  listFor(
    tx: Transaction,
    filter: PageFilter & {
      readonly state?: CoHostState;
      readonly waitingForMe?: boolean;
      readonly ownUnions?: boolean;
    },
    invited: { readonly personId: string; readonly rolePaths: readonly string[] },
  ): Promise<CoHostRow[]> {
    const query = tx.sql.createQueryBuilder(CoHostRow, 'c').orderBy('c.id', 'DESC');
    if (filter.state !== undefined) query.andWhere('c.state = :state', { state: filter.state });
    // Acceptance is possible only while the activity is a draft: later it no longer waits.
    if (filter.waitingForMe)
      query.andWhere(`c.state = 'invited' AND EXISTS (SELECT 1 FROM activity a
        WHERE a.id = c.activity_id AND a.state = 'draft')`);
    const cursor = decodeCursor(filter.cursor, 1);
    if (cursor !== null) query.andWhere('c.id < :id', { id: cursor[0] });
    return newestWithin(
      tx,
      query.limit(rowsFor(filter.limit)),
      subtreesOf(invited.rolePaths, filter),
      (union) => `c.union_id = ${union}`,
      {
        owners: [invited.personId],
        isOwned: (person) => `c.party_kind = 'person' AND c.party_id = ${person}`,
      },
    );
  }

  /** The activities of invitations, by id. */
  async activitiesOf(
    tx: Transaction,
    rows: readonly Pick<CoHostRow, 'activityId'>[],
  ): Promise<ReadonlyMap<string, ActivityRow>> {
    const found = await tx.sql.findBy(ActivityRow, {
      id: In([...new Set(rows.map((row) => row.activityId))]),
    });
    return new Map(found.map((activity) => [activity.id, activity]));
  }
}
