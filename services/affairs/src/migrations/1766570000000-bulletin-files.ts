import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures and documents of bulletins, and which revision shows which. */
export class BulletinFiles1766570000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulletin_file (
        id         uuid PRIMARY KEY,
        union_id   uuid NOT NULL,
        kind       text NOT NULL CHECK (kind IN ('picture', 'pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt')),
        -- Under which a document is saved.
        file_name  text,
        -- Of a picture at its greatest, in pixels.
        width      integer,
        height     integer,
        -- Where the bytes are: of a picture one for each width.
        files      jsonb NOT NULL,
        source_key uuid NOT NULL,
        added_by   uuid NOT NULL,
        added_at   timestamptz NOT NULL,
        -- Whoever asks again with the same upload gets the same file.
        UNIQUE (union_id, source_key),
        CHECK ((kind = 'picture') = (width IS NOT NULL AND height IS NOT NULL)),
        CHECK ((kind = 'picture') = (file_name IS NULL))
      );

      -- A file is read through a bulletin that shows it, and deleted once none does.
      CREATE TABLE bulletin_revision_file (
        bulletin_id uuid NOT NULL,
        number      integer NOT NULL,
        file_id     uuid NOT NULL REFERENCES bulletin_file,
        PRIMARY KEY (bulletin_id, file_id, number),
        FOREIGN KEY (bulletin_id, number) REFERENCES bulletin_revision
      );
      CREATE INDEX bulletin_revision_file_file ON bulletin_revision_file (file_id);

      -- The first picture of the present revision, as lists show it.
      ALTER TABLE bulletin ADD cover jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bulletin DROP cover;
      DROP TABLE bulletin_revision_file;
      DROP TABLE bulletin_file;
    `);
  }
}
