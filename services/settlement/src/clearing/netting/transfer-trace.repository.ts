import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { Transaction } from '@gongxiang/persistence';
import { NettingLineRow } from './run.entity.js';

/** The subject of an entry. */
export interface TracedEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  readonly sourceId: string;
}

@Injectable()
export class TransferTraceRepository {
  /** The lines of a run that involve one of these parties, in order. */
  linesOf(tx: Transaction, runId: string, parties: readonly string[]): Promise<NettingLineRow[]> {
    return tx.sql
      .createQueryBuilder(NettingLineRow, 'l')
      .where('l.runId = :runId AND (l.fromParty = ANY(:parties) OR l.toParty = ANY(:parties))', {
        runId,
        parties,
      })
      .orderBy('l.number')
      .getMany();
  }

  async entries(tx: Transaction, ids: readonly string[]): Promise<Map<string, TracedEntry>> {
    const rows: TracedEntry[] = await tx.sql.query(
      `SELECT id, kind, title, source_id AS "sourceId" FROM entry WHERE id = ANY($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
