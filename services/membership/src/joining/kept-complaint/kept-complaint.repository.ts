import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In, MoreThan } from 'typeorm';
import { KeptAnswerRow, KeptComplaintRow, KeptFollowUpRow } from './kept-complaint.entity.js';

/** A complaint with all that was said in it. */
export interface WholeComplaint {
  readonly row: KeptComplaintRow;
  readonly answers: readonly KeptAnswerRow[];
  readonly followUps: readonly KeptFollowUpRow[];
}

@Injectable()
export class KeptComplaintRepository {
  /** Some of them, in the order of their ids. */
  async after(tx: Transaction, afterId: string | null, limit: number): Promise<WholeComplaint[]> {
    const rows = await tx.sql.find(KeptComplaintRow, {
      where: afterId === null ? {} : { id: MoreThan(afterId) },
      order: { id: 'ASC' },
      take: limit,
    });
    return this.whole(tx, rows);
  }

  async lock(tx: Transaction, id: string): Promise<WholeComplaint | null> {
    const row = await tx.sql.findOne(KeptComplaintRow, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    const [whole = null] = await this.whole(tx, row === null ? [] : [row]);
    return whole;
  }

  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.sql.delete(KeptAnswerRow, { entryId: id });
    await tx.sql.delete(KeptFollowUpRow, { entryId: id });
    await tx.sql.delete(KeptComplaintRow, { id });
  }

  private async whole(tx: Transaction, rows: readonly KeptComplaintRow[]): Promise<WholeComplaint[]> {
    const entryId = In(rows.map(({ id }) => id));
    const answers = await tx.sql.find(KeptAnswerRow, { where: { entryId } });
    const followUps = await tx.sql.find(KeptFollowUpRow, { where: { entryId } });
    return rows.map((row) => ({
      row,
      answers: answers.filter((one) => one.entryId === row.id),
      followUps: followUps.filter((one) => one.entryId === row.id),
    }));
  }
}
