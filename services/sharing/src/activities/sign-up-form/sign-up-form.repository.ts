import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { In, LessThan } from 'typeorm';
import { SignUpFormRow } from './sign-up-form.entity.js';

/** A version, with the number of registrations that answered it. */
interface VersionLine {
  readonly version: number;
  readonly questions: number;
  readonly answered: number;
  readonly createdAt: Date;
}

@Injectable()
export class SignUpFormRepository {
  find(tx: Transaction, activityId: string, version: number): Promise<SignUpFormRow | null> {
    return tx.sql.findOneBy(SignUpFormRow, { activityId, version });
  }

  /** Several versions at once, by their numbers. */
  async findAll(
    tx: Transaction,
    activityId: string,
    versions: readonly number[],
  ): Promise<Map<number, SignUpFormRow>> {
    const rows = await tx.sql.findBy(SignUpFormRow, { activityId, version: In([...new Set(versions)]) });
    return new Map(rows.map((row) => [row.version, row]));
  }

  count(tx: Transaction, activityId: string): Promise<number> {
    return tx.sql.countBy(SignUpFormRow, { activityId });
  }

  async insert(tx: Transaction, row: SignUpFormRow): Promise<void> {
    await tx.sql.insert(SignUpFormRow, row);
  }

  /** Deletes versions that nobody can have answered. */
  async forgetBefore(tx: Transaction, activityId: string, version: number): Promise<void> {
    await tx.sql.delete(SignUpFormRow, { activityId, version: LessThan(version) });
  }

  /** Latest first; at most 100. */
  versions(tx: Transaction, activityId: string): Promise<VersionLine[]> {
    return tx.sql.query(
      `SELECT f.version, jsonb_array_length(f.questions) AS questions, f.created_at AS "createdAt",
              coalesce(r.answered, 0) AS answered
       FROM sign_up_form f LEFT JOIN (
         SELECT form_version, count(*)::int AS answered FROM registration
         WHERE activity_id = $1 AND sealed_answers IS NOT NULL GROUP BY form_version) r ON r.form_version = f.version
       WHERE f.activity_id = $1 ORDER BY f.version DESC`,
      [activityId],
    );
  }
}
