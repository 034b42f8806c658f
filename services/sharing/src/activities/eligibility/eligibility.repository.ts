import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import { servingSql } from '../../reference/reference.repository.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { JudgedMember } from './eligibility-judge.js';

@Injectable()
export class EligibilityRepository {
  constructor(private readonly activities: ActivityRepository) {}

  findActivity(tx: Transaction, id: string): Promise<ActivityRow | null> {
    return this.activities.findById(tx, id);
  }

  /** The known ones of these unions, in the order given. */
  async unions(tx: Transaction, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    if (ids.length === 0) return [];
    return tx.sql.query(
      'SELECT id, name FROM union_ref WHERE id = ANY($1::uuid[]) ORDER BY array_position($1::uuid[], id)',
      [ids],
    );
  }

  /** The known ones of these clubs, in the order given. */
  async clubs(tx: Transaction, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
    if (ids.length === 0) return [];
    return tx.sql.query(
      `SELECT id, name FROM party_ref WHERE kind = 'club' AND id = ANY($1::uuid[])
       ORDER BY array_position($1::uuid[], id)`,
      [ids],
    );
  }

  /** A member as a sign-up sees them; null without a copy. */
  async member(tx: Transaction, personId: string): Promise<JudgedMember | null> {
    const rows: JudgedMember[] = await tx.sql.query(
      `SELECT m.person_id AS "personId", u.path AS "unionPath", u.size_class AS "sizeClass", m.sex,
              m.birth_date AS "birthDate", m.employment_kind AS "employmentKind", u.longitude, u.latitude,
              ${servingSql} AS serving
       FROM member_ref m LEFT JOIN union_ref u ON u.id = m.union_id
       LEFT JOIN union_ref s ON s.id = m.served_by_union_id WHERE m.person_id = $1`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** Registrations with a seat, an offer or a place on the waitlist. */
  async countRegistered(tx: Transaction, activityId: string): Promise<number> {
    const rows: { count: number }[] = await tx.sql.query(
      `SELECT count(*)::int AS count FROM registration
       WHERE activity_id = $1 AND state NOT IN ('cancelled', 'expired')`,
      [activityId],
    );
    return rows[0]?.count ?? 0;
  }
}
