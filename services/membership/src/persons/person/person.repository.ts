import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PersonRow } from './person.entity.js';

@Injectable()
export class PersonRepository {
  findById(tx: Transaction, id: string): Promise<PersonRow | null> {
    return tx.sql.findOneBy(PersonRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<PersonRow | null> {
    return tx.sql.findOne(PersonRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  lockByResidentNumber(tx: Transaction, residentNumberHash: string): Promise<PersonRow | null> {
    return tx.sql.findOne(PersonRow, { where: { residentNumberHash }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Finds the person who signs in with this login, or with this phone if they chose no login; only people with a
   * password can.
   */
  findToSignIn(tx: Transaction, account: string | null, phoneHash: string): Promise<PersonRow | null> {
    return tx.sql
      .createQueryBuilder(PersonRow, 'p')
      .where(
        'p.passwordHash IS NOT NULL AND (p.account = :account OR (p.account IS NULL AND p.phoneHash = :phoneHash))',
        {
          account,
          phoneHash,
        },
      )
      .getOne();
  }

  async insert(tx: Transaction, row: PersonRow): Promise<void> {
    await tx.sql.insert(PersonRow, row);
  }

  async update(tx: Transaction, row: PersonRow): Promise<void> {
    await tx.sql.update(PersonRow, { id: row.id }, row);
  }

  /** Counts a change of the person's roles or membership. @returns the new version */
  async touch(tx: Transaction, id: string): Promise<number> {
    const [rows] = (await tx.sql.query(
      `UPDATE person SET version = version + 1 WHERE id = $1 RETURNING version`,
      [id],
    )) as [{ version: number }[], number];
    return rows[0]?.version ?? 0;
  }
}
