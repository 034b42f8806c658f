import type { Transaction } from '@gongxiang/persistence';
import type { CostPoolRow } from './cost-pool.entity.js';

/** What becomes of a shared bill between its approval and its posting; see `shared-bill`, which implements it. */
export abstract class PoolConsents {
  /** Asks the parties of a submitted bill that was just approved; posts it if nobody is to be asked. */
  abstract ask(tx: Transaction, pool: CostPoolRow): Promise<CostPoolRow>;

  /** Ends what the parties were asked, before the pool is opened again. */
  abstract lapse(tx: Transaction, pool: CostPoolRow): Promise<void>;

  /** Ends the bill before it is posted. */
  abstract cancel(tx: Transaction, pool: CostPoolRow): Promise<void>;

  /** Posts the bill if all parties have agreed; the caller holds the lock of the pool. */
  abstract agreed(tx: Transaction, costPoolId: string, partyName: string): Promise<void>;

  /** Returns the bill because of a party; a null reason: it has not answered. The caller holds the lock of the pool. */
  abstract refused(
    tx: Transaction,
    costPoolId: string,
    by: { readonly partyName: string; readonly reason: string | null },
  ): Promise<void>;
}
