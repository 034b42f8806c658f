import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';

/** Refusals per officer and day; each method counts concurrent requests one after the other. */
@Injectable()
export class MemberRefusalRepository {
  async find(tx: Transaction, personId: string, day: string): Promise<number> {
    const rows: { refused: number }[] = await tx.sql.query(
      'SELECT refused FROM member_refusal WHERE person_id = $1 AND day = $2',
      [personId, day],
    );
    return rows[0]?.refused ?? 0;
  }

  /** @returns the new count */
  async add(tx: Transaction, personId: string, day: string): Promise<number> {
    const rows: { refused: number }[] = await tx.sql.query(
      `INSERT INTO member_refusal AS stored (person_id, day, refused) VALUES ($1, $2, 1)
       ON CONFLICT (person_id, day) DO UPDATE SET refused = stored.refused + 1 RETURNING refused`,
      [personId, day],
    );
    return rows[0]?.refused ?? 0;
  }

  /** Adds refused rows of a roster. @returns the new count of rows */
  async addRows(
    tx: Transaction,
    personId: string,
    { day, count }: { readonly day: string; readonly count: number },
  ): Promise<number> {
    const rows: { refused: number }[] = await tx.sql.query(
      `INSERT INTO member_refusal AS stored (person_id, day, refused, rows_refused) VALUES ($1, $2, 0, $3)
       ON CONFLICT (person_id, day) DO UPDATE SET rows_refused = stored.rows_refused + $3
       RETURNING rows_refused AS refused`,
      [personId, day, count],
    );
    return rows[0]?.refused ?? 0;
  }
}
