import type { MigrationInterface, QueryRunner } from 'typeorm';

const kindsBefore = `'seatGiven', 'seatOffered', 'seatWithdrawn', 'offerExpired', 'signedUp', 'registrationCancelled',
  'activityCancelled', 'activityChanged', 'reminder', 'message', 'questionAnswered', 'questionHidden'`;
const reasonsBefore = `'registered', 'waited', 'actedFor', 'askedReminder', 'askedQuestion'`;

/** What each host does for an activity lives on after the agreement is signed; hosts are told of it. */
export class ActivityTasks1763600380000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity_task (
        activity_id  uuid NOT NULL REFERENCES activity,
        id           uuid NOT NULL UNIQUE,
        version      integer NOT NULL,
        party_kind   text NOT NULL,
        party_id     uuid NOT NULL,
        party_name   text NOT NULL,
        union_id     uuid NOT NULL,
        title        text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
        due_on       date,
        state        text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
        note         text CHECK (char_length(note) <= 500),
        agreement_id uuid REFERENCES agreement (id),
        done_by      uuid,
        done_at      timestamptz,
        created_by   uuid,
        created_at   timestamptz NOT NULL,
        CHECK ((state = 'done') = (done_by IS NOT NULL)),
        CHECK ((done_by IS NULL) = (done_at IS NULL)),
        -- What stands beside the agreement was added by somebody.
        CHECK (agreement_id IS NOT NULL OR created_by IS NOT NULL),
        PRIMARY KEY (activity_id, id)
      );
      -- What waits for a union, and for a person: nothing that is done is read for it.
      CREATE INDEX activity_task_union ON activity_task (union_id, id) WHERE state = 'open';
      CREATE INDEX activity_task_person ON activity_task (party_id, id) WHERE state = 'open' AND party_kind = 'person';

      ALTER TABLE notice DROP CONSTRAINT notice_kind_check, DROP CONSTRAINT notice_why_check,
        ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kindsBefore}, 'taskDue', 'invitationCountered', 'coHostLeft')),
        ADD CONSTRAINT notice_why_check CHECK (why IN (${reasonsBefore}, 'hosts'));

      -- The tasks of agreements that are in force already become live ones.
      INSERT INTO due (kind, key, due_at, payload)
        SELECT 'agreement-in-force', g.activity_id, now(), '{}' FROM agreement g JOIN activity a ON a.id = g.activity_id
        WHERE g.state = 'inForce' AND a.state IN ('draft', 'published')
        ON CONFLICT (kind, key) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('agreement-in-force', 'activity-task');
      DELETE FROM notice WHERE kind IN ('taskDue', 'invitationCountered', 'coHostLeft');
      ALTER TABLE notice DROP CONSTRAINT notice_kind_check, DROP CONSTRAINT notice_why_check,
        ADD CONSTRAINT notice_kind_check CHECK (kind IN (${kindsBefore})),
        ADD CONSTRAINT notice_why_check CHECK (why IN (${reasonsBefore}));
      DROP TABLE activity_task;
    `);
  }
}
