import { Injectable } from '@nestjs/common';
import type { CancelledSeatsView } from '@gongxiang/contracts/sharing/organising/cancellation.contract';
import type { DrawState } from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { Transaction } from '@gongxiang/persistence';

/** A draw without a result. */
interface PendingDraw {
  readonly id: string;
  readonly state: DrawState;
  readonly entries: number;
}

/** Rows that nobody needs any more. */
interface Dropped {
  readonly tasks: number;
  readonly reminders: number;
  readonly endsPendingAgreement: boolean;
}

/** Reads what a cancellation affects beyond the rows of other features. Only numbers: nobody is named. */
@Injectable()
export class CancellationRepository {
  async seatsOf(tx: Transaction, activityId: string): Promise<CancelledSeatsView> {
    const [row] = (await tx.sql.query(
      `SELECT count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed,
              coalesce(sum(heads - 1) FILTER (WHERE state = 'confirmed'), 0)::int AS companions,
              count(*) FILTER (WHERE state = 'held')::int AS held,
              count(*) FILTER (WHERE state = 'waitlisted')::int AS waiting,
              (SELECT count(*) FROM attendance WHERE activity_id = $1)::int AS "checkedIn"
       FROM registration WHERE activity_id = $1`,
      [activityId],
    )) as [CancelledSeatsView];
    return row;
  }

  /** An activity has one at most. */
  async pendingDraw(tx: Transaction, activityId: string): Promise<PendingDraw | null> {
    const rows: PendingDraw[] = await tx.sql.query(
      `SELECT d.id, d.state, (SELECT count(*) FROM draw_entry e WHERE e.draw_id = d.id AND e.state = 'entered')::int AS entries
       FROM draw d WHERE d.activity_id = $1 AND d.state IN ('open', 'frozen')`,
      [activityId],
    );
    return rows[0] ?? null;
  }

  async dropped(tx: Transaction, activityId: string): Promise<Dropped> {
    const [row] = (await tx.sql.query(
      `SELECT (SELECT count(*) FROM activity_task WHERE activity_id = $1 AND state = 'open')::int AS tasks,
              (SELECT count(*) FROM reminder_round WHERE activity_id = $1 AND done_at IS NULL)::int AS reminders,
              EXISTS (SELECT 1 FROM agreement WHERE activity_id = $1 AND state IN ('checking', 'open'))
                AS "endsPendingAgreement"`,
      [activityId],
    )) as [Dropped];
    return row;
  }

  /** Whether any other upcoming activity uses the loan. */
  async isShared(tx: Transaction, loanId: string, activityId: string): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query(
      `SELECT 1 FROM activity WHERE loan_id = $1 AND id <> $2 AND state IN ('draft', 'published', 'closing') LIMIT 1`,
      [loanId, activityId],
    );
    return rows.length > 0;
  }

  /** The entrants of a draw when it ended, in id order, one page at a time. */
  async entrantsAfter(
    tx: Transaction,
    drawId: string,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows: { personId: string }[] = await tx.sql.query(
      `SELECT person_id AS "personId" FROM draw_entry
       WHERE draw_id = $1 AND state = 'entered' AND ($2::uuid IS NULL OR person_id > $2)
       ORDER BY person_id LIMIT $3`,
      [drawId, after, limit],
    );
    return rows.map(({ personId }) => personId);
  }
}
