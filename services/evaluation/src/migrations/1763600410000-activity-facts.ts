import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of what sharing and settlement tell of activities: only what surveys and scores use. */
export class ActivityFacts1763600410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity_ref (
        id       uuid PRIMARY KEY,
        version  integer NOT NULL,
        title    text NOT NULL,
        function text NOT NULL,
        business text NOT NULL,
        state    text NOT NULL,
        union_id uuid NOT NULL,
        ends_at  timestamptz NOT NULL
      );

      CREATE TABLE attendance_ref (
        activity_id uuid NOT NULL,
        person_id   uuid NOT NULL,
        union_id    uuid NOT NULL,
        heads       integer NOT NULL CHECK (heads > 0),
        PRIMARY KEY (activity_id, person_id)
      );
      -- What a person came to: the surveys that he may answer.
      CREATE INDEX attendance_ref_person ON attendance_ref (person_id);

      CREATE TABLE activity_close (
        activity_id      uuid PRIMARY KEY,
        version          integer NOT NULL,
        fact_count       integer NOT NULL,
        facts_hash       text NOT NULL,
        registered_heads integer NOT NULL,
        capacity         integer NOT NULL,
        closed_at        timestamptz NOT NULL
      );

      CREATE TABLE cost_ref (
        cost_pool_id uuid PRIMARY KEY,
        version      integer NOT NULL,
        activity_id  uuid NOT NULL,
        total_fen    bigint NOT NULL
      );
      -- All the costs of an activity.
      CREATE INDEX cost_ref_activity ON cost_ref (activity_id);
      -- Pools that were taken back: a row of its own, so that it may come before the approval.
      CREATE TABLE cost_reversal (
        cost_pool_id uuid PRIMARY KEY
      );

      CREATE TABLE loan_ref (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        borrower_union_id uuid NOT NULL,
        state             text NOT NULL,
        ends_at           timestamptz NOT NULL,
        returned_at       timestamptz
      );
      -- The loans of a union that were due within a year.
      CREATE INDEX loan_ref_borrower ON loan_ref (borrower_union_id, ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE loan_ref, cost_reversal, cost_ref, activity_close, attendance_ref, activity_ref',
    );
  }
}
