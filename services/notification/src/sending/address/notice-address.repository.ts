import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { NoticeAddressRow } from './notice-address.entity.js';

@Injectable()
export class NoticeAddressRepository {
  /** Oldest first. */
  ofPerson(tx: Transaction, personId: string): Promise<NoticeAddressRow[]> {
    return tx.sql.find(NoticeAddressRow, { where: { personId }, order: { id: 'ASC' } });
  }

  findById(tx: Transaction, id: string): Promise<NoticeAddressRow | null> {
    return tx.sql.findOneBy(NoticeAddressRow, { id });
  }

  /** A person's, locked, so that two requests do not both add the last one. */
  async lockOfPerson(tx: Transaction, personId: string): Promise<NoticeAddressRow[]> {
    await tx.sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `notice-address/${personId}`,
    ]);
    return this.ofPerson(tx, personId);
  }

  async insert(tx: Transaction, row: NoticeAddressRow): Promise<void> {
    await tx.sql.insert(NoticeAddressRow, row);
  }

  async update(tx: Transaction, row: NoticeAddressRow): Promise<void> {
    await tx.sql.update(NoticeAddressRow, { id: row.id }, row);
  }

  /** Of a browser, whoever it belonged to. */
  async removeByFingerprint(tx: Transaction, fingerprint: string): Promise<void> {
    await tx.sql.delete(NoticeAddressRow, { fingerprint });
  }

  /** @returns whether the person had it */
  async remove(tx: Transaction, personId: string, id: string): Promise<boolean> {
    const { affected } = await tx.sql.delete(NoticeAddressRow, { id, personId });
    return affected === 1;
  }

  /** When codes were sent for a person since a time, newest first; also to addresses that they have removed. */
  async codesSince(tx: Transaction, personId: string, since: Date): Promise<Date[]> {
    const rows: { at: Date }[] = await tx.sql.query(
      `SELECT c.at FROM address_code c WHERE c.person_id = $1 AND c.at > $2 ORDER BY c.at DESC`,
      [personId, since],
    );
    return rows.map(({ at }) => at);
  }

  async noteCode(tx: Transaction, personId: string): Promise<void> {
    await tx.sql.query('INSERT INTO address_code (person_id, at) VALUES ($1, $2)', [personId, tx.now]);
  }
}
