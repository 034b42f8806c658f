import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an assignment goes to in branches and saved sets, what it has attached, and what is counted for those who answer. */
export class AssignmentSets1767150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assignment
        -- Each with all below it.
        ADD branch_ids  uuid[] NOT NULL DEFAULT '{}',
        ADD attachments jsonb NOT NULL DEFAULT '[]',
        -- Of questions, which number the platform offers.
        ADD figures     jsonb NOT NULL DEFAULT '[]';
      -- What is due in a month.
      CREATE INDEX assignment_due ON assignment (union_id, due_on, id) WHERE state <> 'draft';
      CREATE INDEX assignment_part_due ON assignment_part (union_id, due_on, id);

      CREATE TABLE assignment_set (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        union_id   uuid NOT NULL,
        name       text NOT NULL,
        union_ids  uuid[] NOT NULL,
        branch_ids uuid[] NOT NULL,
        CONSTRAINT assignment_set_name UNIQUE (union_id, name)
      );

      -- What else shows a file of a union than its bulletins: it stays as long as one of both does.
      CREATE TABLE bulletin_file_use (
        user_id uuid NOT NULL,
        file_id uuid NOT NULL REFERENCES bulletin_file,
        PRIMARY KEY (user_id, file_id)
      );
      CREATE INDEX bulletin_file_use_file ON bulletin_file_use (file_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE bulletin_file_use;
      DROP TABLE assignment_set;
      DROP INDEX assignment_part_due;
      DROP INDEX assignment_due;
      ALTER TABLE assignment DROP figures, DROP attachments, DROP branch_ids;
    `);
  }
}
