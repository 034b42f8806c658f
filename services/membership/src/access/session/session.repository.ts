import { Injectable } from '@nestjs/common';
import type { ActorView } from '@gongxiang/contracts/membership/access/session.contract';
import { shanghaiDate } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { factorDueSql } from '../second-factor/sign-in-policy.repository.js';
import { SessionRow } from './session.entity.js';

/**
 * One statement for what the gateway needs before every request: the person, their union and their roles. Paths come
 * from the tree itself, so that a union that moves takes its grants along. A role whose last day ($2 is today) is over
 * permits nothing, also while it is not revoked yet.
 */
const actorSql = `
  SELECT p.id AS "personId", p.version, u.id AS "unionId", u.path AS "unionPath",
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'unionId', g.union_id, 'path', at.path) ORDER BY g.id)
      FROM role_grant g JOIN labour_union at ON at.id = g.union_id
      WHERE g.person_id = p.id AND g.revoked_at IS NULL
        AND (g.valid_to IS NULL OR g.valid_to >= $2::date)), '[]') AS roles,
    ${factorDueSql('p.id')} AS "secondFactorDueAt"
  FROM person p
  LEFT JOIN union_membership m ON m.person_id = p.id AND m.state = 'active'
  LEFT JOIN labour_union u ON u.id = m.union_id
  WHERE p.id = ANY($1)`;

/** A person as they are, before it is decided whether their roles are withheld. */
export interface FoundActor extends ActorView {
  /** From then on the roles permit nothing; null if no second factor is asked for, or one is set up. */
  readonly secondFactorDueAt: Date | null;
}

/** A claimed session of a person. */
export interface ClaimedSession {
  readonly sessionId: string;
  readonly personId: string;
}

@Injectable()
export class SessionRepository {
  async insert(tx: Transaction, row: SessionRow): Promise<void> {
    await tx.sql.insert(SessionRow, row);
  }

  lockById(tx: Transaction, id: string): Promise<SessionRow | null> {
    return tx.sql.findOne(SessionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async update(tx: Transaction, row: SessionRow): Promise<void> {
    await tx.sql.update(SessionRow, { id: row.id }, row);
  }

  /**
   * Ends the sessions of a person.
   * @param sparedId a session to spare; null ends them all
   * @returns how many active ones were ended
   */
  async revokeAll(tx: Transaction, personId: string, sparedId: string | null): Promise<number> {
    const [ended] = (await tx.sql.query(
      `UPDATE sign_in_session SET revoked_at = $2
       WHERE person_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $3::uuid RETURNING expires_at > $2 AS "isActive"`,
      [personId, tx.now, sparedId],
    )) as [{ isActive: boolean }[], number];
    return ended.filter((one) => one.isActive).length;
  }

  /** The active sessions of a person, newest first. */
  list(
    tx: Transaction,
    personId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<SessionRow[]> {
    const query = tx.sql
      .createQueryBuilder(SessionRow, 's')
      .where('s.personId = :personId AND s.revokedAt IS NULL AND s.expiresAt > :now', {
        personId,
        now: tx.now,
      })
      .orderBy('s.id', 'DESC');
    const cursor = decodeCursor(page.cursor, 1);
    if (cursor !== null) query.andWhere('s.id < :id', { id: cursor[0] });
    return query.limit(rowsFor(page.limit)).getMany();
  }

  /** The active sessions among these: person id by session id. */
  async findActive(
    tx: Transaction,
    claimed: readonly ClaimedSession[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows: ClaimedSession[] = await tx.sql.query(
      `SELECT id AS "sessionId", person_id AS "personId" FROM sign_in_session
       WHERE id = ANY($1) AND revoked_at IS NULL AND expires_at > $2`,
      [claimed.map(({ sessionId }) => sessionId), tx.now],
    );
    return new Map(rows.map(({ sessionId, personId }) => [sessionId, personId]));
  }

  /** Actors by person id. */
  async findActors(tx: Transaction, personIds: readonly string[]): Promise<ReadonlyMap<string, FoundActor>> {
    const rows: FoundActor[] = await tx.sql.query(actorSql, [personIds, shanghaiDate(tx.now)]);
    return new Map(rows.map((row) => [row.personId, row]));
  }
}
