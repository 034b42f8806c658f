import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { MemberActivation, MemberRef, UnionRef } from './reference.entity.js';

/** Reads the copy. What it lacks may be on its way: then the caller is asked to come again in a second. */
@Injectable()
export class ReferenceRepository {
  /** @throws DomainError `REFERENCE_PENDING` */
  async union(tx: Transaction, id: string, pointer?: string): Promise<UnionRef> {
    const row = await tx.sql.findOneBy(UnionRef, { id });
    if (row !== null) return row;
    throw new DomainError('REFERENCE_PENDING', {
      retryAfterSeconds: 1,
      ...(pointer === undefined ? {} : { pointer }),
    });
  }

  /**
   * That somebody is an active member, from the first news of it on; and by whom they were admitted, from the first news that
   * says so: whoever is admitted again by somebody else later on was there before.
   */
  async noteActive(tx: Transaction, personId: string, admitter: string | null): Promise<void> {
    await tx.sql.query(
      `INSERT INTO member_activation AS kept (person_id, known_at, admitter) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET admitter = excluded.admitter
       WHERE kept.admitter IS NULL AND excluded.admitter IS NOT NULL`,
      [personId, tx.now, admitter],
    );
  }

  /** Is this a member who was not an active one yet at a time? Of somebody who is no member here nothing is known. */
  async wasActiveLater(tx: Transaction, personId: string, at: Date): Promise<boolean> {
    if (!(await tx.sql.existsBy(MemberRef, { personId }))) return false;
    const activation = await tx.sql.findOneBy(MemberActivation, { personId });
    return activation === null || activation.knownAt > at;
  }

  /** What the unions at these places are called, by place. */
  async namesAt(tx: Transaction, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.sql.findBy(UnionRef, { path: In([...new Set(paths)]) });
    return new Map(rows.map(({ path, name }) => [path, name]));
  }

  /** Those that are known here, by id. */
  async unions(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, UnionRef>> {
    const rows = await tx.sql.findBy(UnionRef, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What unions are called, by id; those that are known here. */
  async namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const unions = await this.unions(tx, ids);
    return new Map([...unions].map(([id, { name }]) => [id, name]));
  }
}
