import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times that are held for a few minutes, and loans that were moved. */
export class LoanTimes1763600403100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The time itself stands in booking, under the same id, like that of a loan. A hold that is over is deleted.
      CREATE TABLE loan_hold (
        id                uuid PRIMARY KEY,
        resource_id       uuid NOT NULL REFERENCES resource,
        person_id         uuid NOT NULL,
        borrower_union_id uuid NOT NULL,
        starts_at         timestamptz NOT NULL,
        ends_at           timestamptz NOT NULL,
        token_hash        text NOT NULL,
        expires_at        timestamptz NOT NULL,
        created_at        timestamptz NOT NULL,
        CHECK (starts_at < ends_at),
        -- Whoever chooses another time gives up the first.
        UNIQUE (resource_id, person_id)
      );

      CREATE TABLE loan_move (
        loan_id    uuid NOT NULL REFERENCES loan,
        number     integer NOT NULL CHECK (number > 0),
        started_at timestamptz NOT NULL,
        ended_at   timestamptz NOT NULL,
        starts_at  timestamptz NOT NULL,
        ends_at    timestamptz NOT NULL,
        reason     text,
        moved_by   uuid NOT NULL,
        moved_at   timestamptz NOT NULL,
        PRIMARY KEY (loan_id, number)
      );
    `);
    await makeAppendOnly(runner, 'loan_move');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE loan_move, loan_hold');
  }
}
