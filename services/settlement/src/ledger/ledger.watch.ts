import { Injectable } from '@nestjs/common';
import { Measures, Seals } from '@gongxiang/messaging/events';
import { type Look, sealChain, unsealedAge, verifyChainPart } from '@gongxiang/persistence';
import type { DataSource } from 'typeorm';
import { AccountRepository } from './account.repository.js';
import { entryChain } from './entry-chain.js';

/** Few enough to be hashed between two requests. */
const entriesMax = 200;

/** Chains the entries, and looks now and then at what must always hold: what must be zero is measured, not assumed. */
@Injectable()
export class LedgerWatch {
  /** The last seal that was computed again; the chain is walked round and round. */
  private seal = 0;
  private isBrokenThisRound = false;
  private isBroken = false;

  constructor(private readonly accounts: AccountRepository) {}

  @Seals()
  sealEntries(dataSource: DataSource, now: Date, look: Look): Promise<number> {
    return sealChain(dataSource, entryChain, now, look);
  }

  /** In fen, without sign. It grows with the book, but reads an index alone, and every five minutes is soon enough for what no statement can bring about. */
  @Measures({
    name: 'gongxiang_ledger_imbalance_fen',
    help: 'Debits less credits over all accounts, in fen, without sign: always 0',
    everySeconds: 300,
  })
  async imbalance({ manager }: DataSource): Promise<number> {
    const { difference } = await this.accounts.totals({ sql: manager });
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

  /** What is broken stays reported until a whole round has found nothing. */
  @Measures({
    name: 'gongxiang_ledger_chain_broken',
    help: '1 where an entry or a seal of the ledger is not what was sealed, else 0',
    everySeconds: 10,
  })
  async chainBroken(dataSource: DataSource): Promise<number> {
    const part = { after: this.seal, rowsMax: entriesMax };
    const { next, broken } = await verifyChainPart(dataSource, entryChain, part);
    this.isBrokenThisRound ||= broken !== null;
    this.isBroken ||= this.isBrokenThisRound;
    this.seal = next ?? 0;
    if (next === null) {
      this.isBroken = this.isBrokenThisRound;
      this.isBrokenThisRound = false;
    }
    return this.isBroken ? 1 : 0;
  }
}
