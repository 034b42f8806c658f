import { Injectable } from '@nestjs/common';
import { handoverPicturesMax, handoversMax } from '@gongxiang/contracts';
import type { Transaction } from '@gongxiang/persistence';
import { HandoverPictureRow, HandoverRow } from './handover.entity.js';

/** A handover changes only under the lock of its loan, so it needs none of its own. */
@Injectable()
export class HandoverRepository {
  async insert(tx: Transaction, row: HandoverRow): Promise<void> {
    await tx.sql.insert(HandoverRow, row as never);
  }

  async update(tx: Transaction, row: HandoverRow): Promise<void> {
    await tx.sql.update(HandoverRow, { loanId: row.loanId, id: row.id }, row as never);
  }

  find(tx: Transaction, loanId: string, id: string): Promise<HandoverRow | null> {
    return tx.sql.findOneBy(HandoverRow, { loanId, id });
  }

  /** In the order in which they took place. */
  listOf(tx: Transaction, loanId: string): Promise<HandoverRow[]> {
    return tx.sql.find(HandoverRow, {
      where: { loanId },
      order: { happenedAt: 'ASC', recordedAt: 'ASC' },
      take: handoversMax,
    });
  }

  /** What the persons are called, masked; who is not known here is left out. */
  async namesOf(tx: Transaction, rows: readonly HandoverRow[]): Promise<Map<string, string>> {
    const ids = rows.flatMap(({ recordedBy, answeredBy }) => [recordedBy, answeredBy]);
    const found: { id: string; name: string }[] = await tx.sql.query(
      'SELECT person_id AS id, masked_name AS name FROM member_ref WHERE person_id = ANY($1)',
      [ids.filter((id) => id !== null)],
    );
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  async insertPicture(tx: Transaction, row: HandoverPictureRow): Promise<void> {
    await tx.sql.insert(HandoverPictureRow, row as never);
  }

  /** Those of a loan, in the order in which they were added: ids rise with time. */
  picturesOf(tx: Transaction, loanId: string): Promise<HandoverPictureRow[]> {
    return tx.sql.find(HandoverPictureRow, {
      where: { loanId },
      order: { id: 'ASC' },
      take: handoversMax * handoverPicturesMax,
    });
  }
}
