import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Seats that were neither used nor given back (E35). What happened only grows; what is said of it stands beside it. */
export class NoShows1763600341000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE no_show (
        activity_id uuid NOT NULL REFERENCES activity,
        person_id   uuid NOT NULL,
        id          uuid NOT NULL UNIQUE,
        union_id    uuid NOT NULL,
        occurred_at timestamptz NOT NULL,
        PRIMARY KEY (activity_id, person_id)
      );
      -- A person's own, the latest first; and those that count when he signs up where no-shows block.
      CREATE INDEX no_show_person ON no_show (person_id, occurred_at DESC, id DESC);

      CREATE TABLE no_show_review (
        activity_id     uuid NOT NULL,
        person_id       uuid NOT NULL,
        version         integer NOT NULL,
        appeal_text     text,
        appealed_at     timestamptz,
        excused         boolean,
        decision_reason text,
        decided_by      uuid,
        decided_at      timestamptz,
        PRIMARY KEY (activity_id, person_id),
        FOREIGN KEY (activity_id, person_id) REFERENCES no_show,
        CHECK ((appeal_text IS NULL) = (appealed_at IS NULL)),
        CHECK ((excused IS NULL) = (decided_at IS NULL) AND (excused IS NULL) = (decision_reason IS NULL)
          AND (excused IS NULL) = (decided_by IS NULL))
      );

      -- The closed activities of a union, the latest first, for how many did not come to each.
      CREATE INDEX activity_closed_of_union ON activity (union_id, starts_at DESC, id DESC) WHERE state = 'closed';
    `);
    await makeAppendOnly(runner, 'no_show');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX activity_closed_of_union;
      DROP TABLE no_show_review, no_show;
    `);
  }
}
