import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { MemberActivation, MemberRef, UnionRef } from './reference.entity.js';

/** An active member, and who admitted them, where that is known. */
export type Activation = Pick<MemberActivation, 'personId' | 'admitter'>;

/** Reads the copies. A missing row may still be in flight, so the caller is asked to retry after a second. */
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
   * Records that people are active members since the first event that says so, and who admitted them by the first
   * event that names somebody. A later admission by somebody else changes neither, because they were members
   * before.
   */
  async recordActivations(tx: Transaction, activations: readonly Activation[]): Promise<void> {
    await tx.sql.query(
      // One row for each person, in one order, so that two transactions cannot deadlock.
      `INSERT INTO member_activation AS kept (person_id, known_at, admitter)
       SELECT DISTINCT ON (person_id) person_id, $2::timestamptz, admitter
       FROM unnest($1::uuid[], $3::text[]) WITH ORDINALITY AS a(person_id, admitter, n)
       ORDER BY person_id, admitter IS NULL, n
       ON CONFLICT (person_id) DO UPDATE SET admitter = excluded.admitter
       WHERE kept.admitter IS NULL AND excluded.admitter IS NOT NULL`,
      [activations.map(({ personId }) => personId), tx.now, activations.map(({ admitter }) => admitter)],
    );
  }

  /** Whether this member became active only after the given time; false for persons who are not members here. */
  async wasActiveLater(tx: Transaction, personId: string, at: Date): Promise<boolean> {
    if (!(await tx.sql.existsBy(MemberRef, { personId }))) return false;
    const activation = await tx.sql.findOneBy(MemberActivation, { personId });
    return activation === null || activation.knownAt > at;
  }

  /** The names of the unions at these paths, by path. */
  async namesAt(tx: Transaction, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.sql.findBy(UnionRef, { path: In([...new Set(paths)]) });
    return new Map(rows.map(({ path, name }) => [path, name]));
  }

  /** The known unions among these, by id. */
  async unions(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, UnionRef>> {
    const rows = await tx.sql.findBy(UnionRef, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The names of known unions, by id. */
  async namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const unions = await this.unions(tx, ids);
    return new Map([...unions].map(([id, { name }]) => [id, name]));
  }
}
