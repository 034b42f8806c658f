import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the federation has changed of the words that mean the same to search and matching. */
export class WordGroups1766200000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE word_group_change (
        -- In the order in which they took effect: what has read the words up to one knows whether there is another.
        number  integer PRIMARY KEY,
        word    text NOT NULL,
        version integer NOT NULL,
        step    text NOT NULL CHECK (step IN ('set', 'removed', 'asShipped')),
        same    text[] NOT NULL,
        hints   text[] NOT NULL,
        wider   text,
        -- Null: a topic, which says nothing of the sort of thing.
        kind    text CHECK (kind IN ('venue', 'equipment', 'vehicle', 'teacher', 'helper', 'service', 'document')),
        reason  text NOT NULL,
        set_by  uuid NOT NULL,
        set_at  timestamptz NOT NULL,
        UNIQUE (word, version)
      );
    `);
    await makeAppendOnly(runner, 'word_group_change');
    // The end of a word tells its kind now: what exists is read again, a page at a time.
    await runner.query(
      `INSERT INTO due (kind, key, due_at)
       SELECT 'offer-rebuild', kind, '2020-01-01' FROM unnest(ARRAY['resource', 'activity', 'brand']) AS kind
       ON CONFLICT DO NOTHING`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE word_group_change');
  }
}
