import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told. An inbox belongs to its person; each cause is told to him once, whatever is done again. */
export class Notices1763600360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        person_id   uuid NOT NULL,
        id          uuid NOT NULL,
        kind        text NOT NULL CHECK (kind IN ('seatGiven', 'seatOffered', 'seatWithdrawn', 'offerExpired',
                      'signedUp', 'registrationCancelled', 'activityCancelled', 'activityChanged', 'reminder',
                      'message', 'questionAnswered', 'questionHidden')),
        why         text NOT NULL CHECK (why IN ('registered', 'waited', 'actedFor', 'askedReminder', 'askedQuestion')),
        -- No foreign key: checking it would wait for whoever has the activity locked, and hold him up.
        activity_id uuid NOT NULL,
        cause       text NOT NULL,
        details     jsonb NOT NULL,
        source_id   uuid,
        created_at  timestamptz NOT NULL,
        read_at     timestamptz,
        -- The inbox, the newest first: ids rise with time.
        PRIMARY KEY (person_id, id),
        UNIQUE (person_id, cause)
      );
      -- The count on every page, and the list of what is unread.
      CREATE INDEX notice_unread ON notice (person_id, id) WHERE read_at IS NULL;
      -- How many have read a message.
      CREATE INDEX notice_source ON notice (activity_id, source_id) INCLUDE (read_at) WHERE source_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice');
  }
}
