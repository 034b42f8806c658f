import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that the platform cannot know, told by files: of what, for which days, from where, by which file. */
export class Figures1763600461500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE figure_import (
        id          uuid PRIMARY KEY,
        union_id    uuid NOT NULL,
        file_name   text NOT NULL,
        file_hash   text NOT NULL,
        row_count   integer NOT NULL CHECK (row_count > 0),
        imported_by uuid NOT NULL,
        created_at  timestamptz NOT NULL
      );

      CREATE TABLE figure (
        id           uuid PRIMARY KEY,
        import_id    uuid NOT NULL REFERENCES figure_import,
        -- Of the import: whose evaluators see it in their list.
        union_id     uuid NOT NULL,
        row_number   integer NOT NULL CHECK (row_number > 1),
        subject_kind text NOT NULL CHECK (subject_kind IN ('activity', 'club', 'resource', 'union', 'brand')),
        subject_id   uuid NOT NULL,
        name         text NOT NULL,
        period_from  date NOT NULL,
        period_to    date NOT NULL,
        value        double precision NOT NULL CHECK (value BETWEEN -1e15 AND 1e15),
        source       text NOT NULL,
        UNIQUE (import_id, row_number),
        CHECK (period_from <= period_to)
      );
      -- The figures of a subject, the newest of each period among them.
      CREATE INDEX figure_of_subject ON figure (subject_kind, subject_id, name, period_from, period_to, id DESC);
    `);
    for (const table of ['figure_import', 'figure']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE figure, figure_import');
  }
}
