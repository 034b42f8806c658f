import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { EntryWatch, type EntryWatcher, type Held, type TakenBack } from '../../ledger/entry-watch.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { nextState } from './cost-pool.model.js';
import { CostPoolRepository, type HeldPool } from './cost-pool.repository.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { PoolDesk } from './pool-desk.service.js';
import { supplementStands } from './standing-supplement.js';

/** A pool stands and falls with its entry. */
@Injectable()
export class PoolReversal implements EntryWatcher, OnModuleInit {
  readonly locks = 'costPool';

  constructor(
    private readonly watch: EntryWatch,
    private readonly pools: CostPoolRepository,
    private readonly chain: PoolChainRepository,
    private readonly desk: PoolDesk,
  ) {}

  onModuleInit(): void {
    this.watch.register(this);
  }

  /** The last pool of a chain goes first: what comes later was split by what the earlier ones had taken. */
  async hold(tx: Transaction, entries: readonly EntryRow[]): Promise<Held> {
    const pools = await this.pools.lockOfEntries(tx, entries);
    const later = await this.chain.lastInForceAfter(tx, [...pools.values()]);
    const barred = entries.flatMap(({ id }) => {
      const last = later.get(pools.get(id)?.id ?? '');
      return last === undefined ? [] : [[id, supplementStands(last)] as const];
    });
    return {
      obstacles: new Map(barred),
      reversed: (taken) => this.reversed(tx, pools, taken),
    };
  }

  /** It makes room for a correction of the same activity. */
  private async reversed(
    tx: Transaction,
    pools: ReadonlyMap<string, HeldPool>,
    taken: readonly TakenBack[],
  ): Promise<void> {
    const own = taken.flatMap((one) => {
      const pool = pools.get(one.entry.id);
      return pool === undefined ? [] : [{ ...one, pool }];
    });
    if (own.length === 0) return;
    const rows = own.map(({ pool }) => {
      return { ...pool, state: nextState(pool.state, 'reverse'), version: pool.version + 1 };
    });
    this.pools.reverse(
      tx,
      rows.map(({ id }) => id),
    );
    const steps = own.map(({ pool, reversal: { postedBy: doneBy, reason } }) => {
      return { costPoolId: pool.id, kind: 'reversed' as const, doneBy, reason };
    });
    tx.send(this.chain.addSteps(tx, steps));
    for (const { pool, by } of own)
      by.audit({
        noun: 'costPool',
        id: pool.id,
        before: { state: pool.state },
        after: { state: 'reversed', version: pool.version + 1 },
      });
    await this.desk.hintAll(tx, rows);
  }
}
