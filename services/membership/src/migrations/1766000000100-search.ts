import { createTitleTable, dropTitleTable, emptyByTriggers } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  { name: 'union_title', of: 'labour_union', column: 'name' },
  { name: 'enterprise_title', of: 'enterprise', column: 'name' },
  { name: 'organisation_title', of: 'organisation', column: 'name' },
] as const;
const people = { name: 'person_pinyin', of: 'person', column: 'name_hash' } as const;

/** One search over all that a reader may see: by names, and of people by the pinyin of a whole name. */
export class Search1766000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await createTitleTable(runner, table);
    await runner.query(`
      CREATE TABLE person_pinyin (
        id     uuid PRIMARY KEY REFERENCES person ON DELETE CASCADE,
        -- Keyed hashes of the pinyin of the whole name, in full and by initials; null until it is filled.
        hashes text[]
      );
      CREATE INDEX person_pinyin_hashes ON person_pinyin USING gin (hashes);
      CREATE INDEX person_pinyin_empty ON person_pinyin (id) WHERE hashes IS NULL;
    `);
    await emptyByTriggers(runner, people, ['hashes']);
    await runner.query(`
      INSERT INTO due (kind, key, due_at)
      VALUES ('titles-fold', 'all', '2020-01-01'), ('titles-fold', 'people', '2020-01-01')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM due WHERE kind = 'titles-fold'`);
    for (const table of [people, ...tables]) await dropTitleTable(runner, table);
  }
}
