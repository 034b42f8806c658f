import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts elsewhere by which people sign in. A new table only, which nothing reads before this release. */
export class LinkedAccounts1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE linked_account (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        bridge text NOT NULL CHECK (bridge IN ('oidc', 'wecom', 'wechat')),
        -- Keyed hash of the provider and of its name for the person: one account there is one person here.
        identity_hash text NOT NULL UNIQUE,
        origin text NOT NULL,
        created_at timestamptz NOT NULL,
        used_at timestamptz
      );
      -- Those of a person are listed in the order in which they were linked.
      CREATE INDEX linked_account_of_person ON linked_account (person_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE linked_account');
  }
}
