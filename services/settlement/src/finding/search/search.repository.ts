import { Injectable } from '@nestjs/common';
import {
  findTitles,
  type FoundTitle,
  reachCondition,
  type Transaction,
  type TypedTitle,
} from '@gongxiang/persistence';
import { rangesOf } from '../../reference/reach-sql.js';
import { activityTitles } from './title-tables.js';

export interface FoundPool extends FoundTitle {
  readonly unionName: string | null;
  readonly state: string;
}

@Injectable()
export class SearchRepository {
  /**
   * Pools of the unions within a reach of books, as their list shows them.
   * @returns one more than `limit` if there are more
   */
  costPools(
    tx: Transaction,
    typed: TypedTitle,
    { reach, limit }: { readonly reach: readonly string[]; readonly limit: number },
  ): Promise<FoundPool[]> {
    return findTitles<Omit<FoundPool, keyof FoundTitle>>(
      tx,
      typed,
      {
        titles: activityTitles,
        table: 'cost_pool',
        titleId: 'activity_id',
        visible: async (bind) => {
          const isWithin = await reachCondition(tx, rangesOf({ reach }), bind);
          return `EXISTS (SELECT 1 FROM cost_pool_union pu
            WHERE pu.cost_pool_id = o.id AND ${isWithin('pu.union_id')})`;
        },
        shown: 'a.title, u.name AS "unionName", o.state',
        joined: 'JOIN activity_ref a ON a.id = o.activity_id LEFT JOIN union_ref u ON u.id = o.union_id',
      },
      limit,
    );
  }
}
