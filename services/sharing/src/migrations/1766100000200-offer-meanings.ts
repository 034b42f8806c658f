import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an offer is by the thesaurus, whatever it calls itself, and how the words of its title sound: a search for
 * 客车 finds 大巴, and 帐蓬 finds 帐篷. Its words are stored in simplified characters as well.
 */
export class OfferMeanings1766100000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE offer ADD COLUMN meanings text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`CREATE INDEX offer_meanings ON offer USING gin (meanings)`);
    // Meanings need a dictionary that PostgreSQL does not have: what exists is indexed again, a page at a time.
    await runner.query(
      `INSERT INTO due (kind, key, due_at)
       SELECT 'offer-rebuild', kind, '2020-01-01' FROM unnest(ARRAY['resource', 'activity', 'brand']) AS kind
       ON CONFLICT DO NOTHING`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX offer_meanings`);
    await runner.query(`ALTER TABLE offer DROP COLUMN meanings`);
  }
}
