import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports of rosters, with a report for each row that holds no personal value. */
export class MemberImports1763600130000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE member_import (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        union_id     uuid NOT NULL REFERENCES labour_union,
        file_key     text NOT NULL,
        dry_run      boolean NOT NULL,
        state        text NOT NULL CHECK (state IN ('waiting', 'running', 'checked', 'done', 'undone', 'failed')),
        encoding     text,
        delimiter    text,
        failure      text,
        total        integer,
        -- How many rows are behind it: whoever goes on after a crash begins here.
        position     integer NOT NULL DEFAULT 0,
        created      integer NOT NULL DEFAULT 0,
        updated      integer NOT NULL DEFAULT 0,
        unchanged    integer NOT NULL DEFAULT 0,
        rejected     integer NOT NULL DEFAULT 0,
        -- Which worker has it, and until when another may not take it.
        worker       uuid,
        leased_until timestamptz,
        attempts     integer NOT NULL DEFAULT 0,
        requested_by uuid NOT NULL,
        created_at   timestamptz NOT NULL,
        finished_at  timestamptz,
        CHECK (created + updated + unchanged + rejected = position),
        CHECK ((state = 'failed') = (failure IS NOT NULL))
      );
      -- The imports into a union, newest first.
      CREATE INDEX member_import_of_union ON member_import (union_id, id DESC);

      CREATE TABLE member_import_row (
        import_id     uuid NOT NULL REFERENCES member_import,
        row_number    integer NOT NULL,
        state         text NOT NULL CHECK (state IN ('created', 'updated', 'unchanged', 'rejected')),
        code          text,
        field         text,
        person_id     uuid,
        -- The keyed hash of the resident number, by which a second row of the same person is found.
        identity_hash text,
        PRIMARY KEY (import_id, row_number)
      );
      CREATE INDEX member_import_row_state ON member_import_row (import_id, state, row_number);
      CREATE UNIQUE INDEX member_import_row_identity ON member_import_row (import_id, identity_hash);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_import_row, member_import');
  }
}
