import { Injectable } from '@nestjs/common';
import {
  findTitles,
  type FoundTitle,
  reachCondition,
  type SearchedThings,
  type Transaction,
  type TypedTitle,
} from '@gongxiang/persistence';
import { rangesOf } from '../../reference/reach-sql.js';
import { activityTitles, billTitles } from './title-tables.js';

export interface FoundPool extends FoundTitle {
  readonly unionName: string | null;
  readonly state: string;
}

interface WantedPools {
  /** Paths of the unions whose books the reader sees. */
  readonly reach: readonly string[];
  readonly limit: number;
}

@Injectable()
export class SearchRepository {
  /**
   * Pools of activities within a reach of books, as their list shows them.
   * @returns one more than `limit` if there are more
   */
  ofActivities(tx: Transaction, typed: TypedTitle, wanted: WantedPools): Promise<FoundPool[]> {
    return this.find(tx, typed, wanted, {
      titles: activityTitles,
      titleId: 'activity_id',
      shown: 'a.title, u.name AS "unionName", o.state',
      joined: 'JOIN activity_ref a ON a.id = o.activity_id LEFT JOIN union_ref u ON u.id = o.union_id',
    });
  }

  /** The same of shared bills, which have titles of their own. */
  sharedBills(tx: Transaction, typed: TypedTitle, wanted: WantedPools): Promise<FoundPool[]> {
    return this.find(tx, typed, wanted, {
      titles: billTitles,
      titleId: 'id',
      shown: 'o.title, u.name AS "unionName", o.state',
      joined: 'LEFT JOIN union_ref u ON u.id = o.union_id',
    });
  }

  private find(
    tx: Transaction,
    typed: TypedTitle,
    { reach, limit }: WantedPools,
    titled: Pick<SearchedThings, 'titles' | 'titleId' | 'shown' | 'joined'>,
  ): Promise<FoundPool[]> {
    return findTitles<Omit<FoundPool, keyof FoundTitle>>(
      tx,
      typed,
      {
        ...titled,
        table: 'cost_pool',
        visible: async (bind) => {
          const isWithin = await reachCondition(tx, rangesOf({ reach }), bind);
          return `EXISTS (SELECT 1 FROM cost_pool_union pu
            WHERE pu.cost_pool_id = o.id AND ${isWithin('pu.union_id')})`;
        },
      },
      limit,
    );
  }
}
