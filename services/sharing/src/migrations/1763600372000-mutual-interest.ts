import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who likes whom after a matchmaking activity. Nothing here says so to whoever reads the tables: a choice is a keyed hash
 * of the two and of nothing else, without a time, and what people said of themselves is sealed.
 */
export class MutualInterest1763600372000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interest_participant (
        activity_id uuid NOT NULL REFERENCES activity,
        person_id   uuid NOT NULL,
        sealed      text NOT NULL,
        PRIMARY KEY (activity_id, person_id)
      );
      CREATE TABLE interest_choice (
        activity_id uuid NOT NULL REFERENCES activity,
        choice_hash text NOT NULL,
        PRIMARY KEY (activity_id, choice_hash)
      );
      CREATE TABLE interest_match (
        activity_id uuid NOT NULL REFERENCES activity,
        reader_hash text NOT NULL,
        pair_hash   text NOT NULL,
        sealed      text NOT NULL,
        ended       boolean NOT NULL,
        keep_until  timestamptz NOT NULL,
        PRIMARY KEY (activity_id, reader_hash, pair_hash)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE interest_match, interest_choice, interest_participant');
  }
}
