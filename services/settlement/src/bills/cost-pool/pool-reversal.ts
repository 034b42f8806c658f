import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import {
  EntryListeners,
  type EntryListener,
  type ReversalPreparation,
  type ReversedEntry,
} from '../../ledger/entry-listeners.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { nextState } from './cost-pool.model.js';
import { CostPoolRepository, type LockedPool } from './cost-pool.repository.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { PoolAccess } from './pool-access.js';
import { supplementStands } from './standing-supplement.js';

/** Reverses a pool together with its entry. */
@Injectable()
export class PoolReversal implements EntryListener, OnModuleInit {
  readonly locks = 'costPool';

  constructor(
    private readonly listeners: EntryListeners,
    private readonly pools: CostPoolRepository,
    private readonly chain: PoolChainRepository,
    private readonly poolAccess: PoolAccess,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  /** A chain is reversed from its last pool on, because later pools were split by what the earlier ones had taken. */
  async prepareReversal(tx: Transaction, entries: readonly EntryRow[]): Promise<ReversalPreparation> {
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

  /** Afterwards a correcting pool can be opened for the same activity. */
  private async reversed(
    tx: Transaction,
    pools: ReadonlyMap<string, LockedPool>,
    taken: readonly ReversedEntry[],
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
    await this.poolAccess.hintAll(tx, rows);
  }
}
