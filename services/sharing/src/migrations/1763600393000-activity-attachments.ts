import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that belong to activities, and the daily look for files that no row names. */
export class ActivityAttachments1763600393000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity_attachment (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        position    integer NOT NULL,
        title       text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 100),
        file_name   text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 100),
        kind        text NOT NULL CHECK (kind IN ('pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt')),
        visibility  text NOT NULL CHECK (visibility IN ('everybody', 'signedIn', 'seated', 'hosts')),
        file_key    uuid NOT NULL,
        source_key  uuid NOT NULL,
        sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size        integer NOT NULL CHECK (size BETWEEN 1 AND 10485760),
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        removed_at  timestamptz,
        -- The few of an activity are read together, and put in their order then.
        PRIMARY KEY (activity_id, id),
        -- An upload makes one attachment of an activity, however often it is asked for.
        UNIQUE (activity_id, source_key)
      );
      -- Whether anybody names a file, as copies of an activity name the same: asked before it is deleted.
      CREATE INDEX activity_attachment_file ON activity_attachment (file_key);
      INSERT INTO due (kind, key, due_at, payload) VALUES ('file-sweep', '', now(), '{}')
      ON CONFLICT (kind, key) DO NOTHING;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind IN ('file-sweep', 'attachment-erasure')`);
    await runner.query('DROP TABLE activity_attachment');
  }
}
