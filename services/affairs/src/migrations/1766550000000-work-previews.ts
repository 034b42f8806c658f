import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pictures of works have previews, so that lists need not load originals. The columns are nullable: a PDF has no preview,
 * nor has a picture that was sent before, as it is sealed and making one would open the files of everybody.
 */
export class WorkPreviews1766550000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE work_file
        ADD preview_key uuid,
        -- In bytes, before it was sealed.
        ADD preview_size integer,
        -- Of the sealed file, in hex.
        ADD preview_sha256 text,
        ADD sealed_preview_opening text,
        ADD CONSTRAINT work_file_preview CHECK (
          (preview_key IS NULL) = (preview_size IS NULL) AND (preview_key IS NULL) = (preview_sha256 IS NULL)
          -- An erasure forgets how the preview is opened.
          AND (sealed_preview_opening IS NULL OR preview_key IS NOT NULL)
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE work_file DROP preview_key, DROP preview_size, DROP preview_sha256, DROP sealed_preview_opening;
    `);
  }
}
