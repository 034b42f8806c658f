import { Injectable } from '@nestjs/common';
import { endsOf } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { ActivityRow } from '../../activities/activity/activity.entity.js';

@Injectable()
export class ProposalRepository {
  /** Proposals waiting for the officers of some subtrees, oldest first. */
  waiting(
    tx: Transaction,
    paths: readonly string[],
    page: { readonly cursor?: string; readonly limit?: number; readonly ownUnions?: boolean },
  ): Promise<ActivityRow[]> {
    const query = tx.sql
      .createQueryBuilder(ActivityRow, 'a')
      .where(`a.state = 'draft' AND a.proposal->>'state' = 'waiting'`)
      .andWhere(
        `a.unionId IN (SELECT u.id FROM unnest(CAST(:starts AS text[]), CAST(:ends AS text[])) AS r(start, beyond)
           JOIN union_ref u ON u.path >= r.start AND u.path < r.beyond)`,
        { starts: paths, ends: endsOf(paths, page) },
      )
      .orderBy('a.id');
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.andWhere('a.id > :after', { after: cursor[0] });
    return query.limit(rowsFor(page.limit)).getMany();
  }
}
