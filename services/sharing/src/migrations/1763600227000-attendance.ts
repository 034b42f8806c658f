import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened at the door. Both tables only grow: a fact of attendance feeds the list, the export and the split of costs. */
export class Attendance1763600227000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE check_in_operation (
        activity_id     uuid NOT NULL REFERENCES activity,
        -- Given by the device: a scan that is sent again finds its answer here.
        operation_id    uuid NOT NULL,
        scanned_at      timestamptz NOT NULL,
        received_at     timestamptz NOT NULL,
        received_from   uuid NOT NULL,
        person_id       uuid,
        registration_id uuid,
        -- What happened at the door, and what the rule said of it.
        admitted        boolean,
        result          text NOT NULL CHECK (result IN ('checkedIn', 'already', 'refused')),
        code            text,
        heads           integer,
        PRIMARY KEY (activity_id, operation_id)
      );

      CREATE TABLE attendance_fact (
        activity_id   uuid NOT NULL REFERENCES activity,
        person_id     uuid NOT NULL,
        union_id      uuid NOT NULL,
        heads         integer NOT NULL CHECK (heads BETWEEN 1 AND 100),
        walk_in       boolean NOT NULL,
        checked_in_at timestamptz NOT NULL,
        operation_id  uuid NOT NULL,
        -- One person is there once, however often he is scanned.
        PRIMARY KEY (activity_id, person_id),
        FOREIGN KEY (activity_id, operation_id) REFERENCES check_in_operation
      );
      -- The list of who came, in the order of coming.
      CREATE INDEX attendance_fact_list ON attendance_fact (activity_id, checked_in_at, person_id);
    `);
    await makeAppendOnly(runner, 'check_in_operation');
    await makeAppendOnly(runner, 'attendance_fact');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attendance_fact, check_in_operation');
  }
}
