import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What becomes of an application or a filing is told by text message, to somebody without an account that would say their language. */
export class LanguagesOfApplicants1767364000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en'))`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`ALTER TABLE ${table} DROP COLUMN locale`);
  }
}

const tables = ['application', 'union_founding'] as const;
