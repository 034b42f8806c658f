import { Injectable } from '@nestjs/common';
import { insertAll, type Transaction } from '@gongxiang/persistence';
import { Any } from 'typeorm';
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

  /** Those on record with this phone: two if there are more than one. */
  findByPhone(tx: Transaction, phoneHash: string): Promise<PersonRow[]> {
    return tx.sql.find(PersonRow, { where: { phoneHash }, take: 2 });
  }

  /** Locks people in the order of their ids. */
  lockByResidentNumbers(tx: Transaction, hashes: readonly string[]): Promise<PersonRow[]> {
    return tx.sql.find(PersonRow, {
      where: { residentNumberHash: Any([...hashes]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The name of the person's union; null without a membership that has not ended. */
  async findUnionName(tx: Transaction, personId: string): Promise<string | null> {
    const rows: { name: string }[] = await tx.sql.query(
      `SELECT u.name FROM union_membership m JOIN labour_union u ON u.id = m.union_id
       WHERE m.person_id = $1 AND m.state <> 'ended'`,
      [personId],
    );
    return rows[0]?.name ?? null;
  }

  insertAll(tx: Transaction, rows: readonly PersonRow[]): Promise<void> {
    return insertAll(tx, PersonRow, rows);
  }

  async insert(tx: Transaction, row: PersonRow): Promise<void> {
    await tx.sql.insert(PersonRow, row);
  }

  async update(tx: Transaction, row: PersonRow): Promise<void> {
    await tx.sql.update(PersonRow, { id: row.id }, row);
  }

  /** Writes the names, phones and versions of many people in one statement. */
  async updateNamesAndPhones(tx: Transaction, people: readonly PersonRow[]): Promise<void> {
    if (people.length === 0) return;
    await tx.sql.query(
      `UPDATE person p SET version = n.version, phone = n.phone, phone_hash = n.phone_hash,
         name = n.name, name_hash = n.name_hash, masked_name = n.masked_name
       FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
         AS n(id, version, phone, phone_hash, name, name_hash, masked_name) WHERE p.id = n.id`,
      [
        people.map(({ id }) => id),
        people.map(({ version }) => version),
        people.map(({ phone }) => phone),
        people.map(({ phoneHash }) => phoneHash),
        people.map(({ name }) => name),
        people.map(({ nameHash }) => nameHash),
        people.map(({ maskedName }) => maskedName),
      ],
    );
  }

  /** Counts a change of many people. @returns them with their new versions */
  async touchAll(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<Pick<PersonRow, 'id' | 'version' | 'maskedName' | 'residentNumber'>[]> {
    const [rows] = (await tx.sql.query(
      `UPDATE person SET version = version + 1 WHERE id = ANY($1) RETURNING id, version, masked_name AS "maskedName",
         resident_number AS "residentNumber"`,
      [ids],
    )) as [Pick<PersonRow, 'id' | 'version' | 'maskedName' | 'residentNumber'>[], number];
    return rows;
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
