import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of what sharing owns: agreement versions with their terms, activities, and who came. */
export class AgreementsAndFacts1763600310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agreement_ref (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        activity_id    uuid NOT NULL,
        version_number integer NOT NULL,
        hash           text NOT NULL,
        state          text NOT NULL,
        terms          jsonb NOT NULL
      );
      -- The version in force of an activity.
      CREATE INDEX agreement_ref_activity ON agreement_ref (activity_id, version_number);

      CREATE TABLE activity_ref (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        title        text NOT NULL,
        state        text NOT NULL,
        union_id     uuid NOT NULL,
        agreement_id uuid
      );

      -- What the facts of a closed activity must come to before money rests on them.
      CREATE TABLE activity_close (
        activity_id uuid PRIMARY KEY,
        version     integer NOT NULL,
        fact_count  integer NOT NULL,
        facts_hash  text NOT NULL,
        closed_at   timestamptz NOT NULL
      );

      CREATE TABLE attendance_fact (
        activity_id uuid NOT NULL,
        person_id   uuid NOT NULL,
        union_id    uuid NOT NULL,
        heads       integer NOT NULL CHECK (heads > 0),
        PRIMARY KEY (activity_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attendance_fact, activity_close, activity_ref, agreement_ref');
  }
}
