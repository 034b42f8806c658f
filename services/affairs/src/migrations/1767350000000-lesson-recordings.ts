import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lessons show videos and recordings. */
export class LessonRecordings1767350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE bulletin_file DROP CONSTRAINT bulletin_file_kind_check,
        ADD CONSTRAINT bulletin_file_kind_check CHECK (kind IN
          ('picture', 'pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt', 'mp4', 'mov', 'mp3', 'm4a'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM bulletin_file_use WHERE file_id IN
        (SELECT id FROM bulletin_file WHERE kind IN ('mp4', 'mov', 'mp3', 'm4a'));
      DELETE FROM bulletin_file WHERE kind IN ('mp4', 'mov', 'mp3', 'm4a');
      ALTER TABLE bulletin_file DROP CONSTRAINT bulletin_file_kind_check,
        ADD CONSTRAINT bulletin_file_kind_check CHECK (kind IN
          ('picture', 'pdf', 'docx', 'xlsx', 'pptx', 'csv', 'txt'));
    `);
  }
}
