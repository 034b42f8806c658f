import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people are reminded of an activity, how far each sending has come, and who wants to hear of a pool that opens. */
export class Reminders1763600361000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reminder_plan (
        activity_id uuid PRIMARY KEY REFERENCES activity,
        version     integer NOT NULL,
        reminders   jsonb NOT NULL CHECK (jsonb_array_length(reminders) <= 5)
      );
      -- Without foreign keys: a sending takes no lock of its activity, which a rush of sign-ups may hold.
      CREATE TABLE reminder_round (
        activity_id uuid NOT NULL,
        key         text NOT NULL,
        anchor      text NOT NULL CHECK (anchor IN ('start', 'signUpCloses', 'poolOpens')),
        pool_id     uuid,
        is_late     boolean NOT NULL,
        base_at     timestamptz NOT NULL,
        due_at      timestamptz NOT NULL,
        after_id    uuid,
        sent        integer NOT NULL CHECK (sent >= 0),
        done_at     timestamptz,
        PRIMARY KEY (activity_id, key)
      );
      CREATE TABLE reminder_wish (
        activity_id uuid NOT NULL,
        pool_id     uuid NOT NULL,
        person_id   uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        PRIMARY KEY (activity_id, pool_id, person_id),
        FOREIGN KEY (activity_id, pool_id) REFERENCES pool
      );
      -- What was published before there were reminders gets those that every activity has.
      INSERT INTO due (kind, key, due_at, payload)
      SELECT 'activity-reminders', id, now(), '{}' FROM activity WHERE state = 'published' AND starts_at > now();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('activity-reminders', 'activity-reminder');
      DROP TABLE reminder_wish, reminder_round, reminder_plan;
    `);
  }
}
