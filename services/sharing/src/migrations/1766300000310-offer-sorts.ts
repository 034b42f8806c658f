import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sort of thing a resource is stands among its meanings; what exists is indexed again, a page at a time. */
export class OfferSorts1766300000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO due (kind, key, due_at) VALUES ('offer-rebuild', 'resource', '2020-01-01') ON CONFLICT DO NOTHING`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE offer SET meanings = ARRAY(SELECT m FROM unnest(meanings) AS m WHERE m NOT LIKE 'kind:%')
       WHERE kind = 'resource'`,
    );
  }
}
