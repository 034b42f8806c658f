import { Injectable } from '@nestjs/common';
import { Measures } from '@gongxiang/messaging/events';
import type { DataSource } from 'typeorm';
import { LedgerRepository } from './ledger.repository.js';

/** Adds up the whole book now and then: what must be zero is measured, not assumed. */
@Injectable()
export class LedgerWatch {
  constructor(private readonly ledger: LedgerRepository) {}

  /** In fen, without sign. It grows with the book, but reads an index alone, and every five minutes is soon enough for what no statement can bring about. */
  @Measures({
    name: 'gongxiang_ledger_imbalance_fen',
    help: 'Debits less credits over all accounts, in fen, without sign: always 0',
    everySeconds: 300,
  })
  async imbalance({ manager }: DataSource): Promise<number> {
    const { difference } = await this.ledger.totals({ sql: manager });
    return Number(difference < 0n ? -difference : difference);
  }
}
