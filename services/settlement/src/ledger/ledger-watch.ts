import { Injectable } from '@nestjs/common';
import { Measures, Seals } from '@gongxiang/messaging/events';
import { type SearchWindow, sealChain, unsealedAge, walkChain } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { AccountRepository } from './account.repository.js';
import { entryChain } from './entry-chain.js';

/** Small enough to be hashed between two requests. */
const entriesMax = 200;

/** Chains the entries and periodically measures the ledger's invariants. */
@Injectable()
export class LedgerWatch {
  constructor(private readonly accounts: AccountRepository) {}

  @Seals()
  sealEntries(dataSource: DataSource, now: Date, look: SearchWindow): Promise<number> {
    return sealChain(dataSource, entryChain, now, look);
  }

  /**
   * Compares snapshots of closed months plus later postings, which reveals a wrong snapshot without reading closed
   * months again.
   */
  @Measures({
    name: 'gongxiang_ledger_imbalance_fen',
    help: 'Debits less credits over all accounts, in fen, without sign: always 0',
    everySeconds: 300,
  })
  async imbalance({ manager }: DataSource): Promise<number> {
    const { difference } = await this.accounts.totalsAt({ sql: manager }, null);
    return Number(difference < 0n ? -difference : difference);
  }

  @Measures({
    name: 'gongxiang_ledger_unsealed_age_seconds',
    help: 'Age of the oldest entry that no seal holds, in seconds',
    everySeconds: 10,
  })
  unsealed(dataSource: DataSource, now: Date): Promise<number> {
    return unsealedAge(dataSource, entryChain, now);
  }

  @Measures({
    name: 'gongxiang_ledger_chain_broken',
    help: '1 where an entry or a seal of the ledger is not what was sealed, else 0',
    everySeconds: 10,
  })
  async chainBroken(dataSource: DataSource, now: Date): Promise<number> {
    const { broken } = await walkChain(dataSource, entryChain, { rowsMax: entriesMax, now });
    return broken === null ? 0 : 1;
  }
}
