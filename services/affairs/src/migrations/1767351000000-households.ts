import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One household, one plan: which members belong to the household that a matter is about, and the plan that was agreed for it.
 * Several matters can go by one plan, which belongs to the first of them.
 */
export class Households1767351000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Beside whoever brought the matter. Relatives of whom the platform has no record stand as names with the signatures alone.
      CREATE TABLE household_person (
        matter_id uuid NOT NULL REFERENCES matter,
        person_id uuid NOT NULL,
        added_by  uuid NOT NULL,
        added_at  timestamptz NOT NULL,
        PRIMARY KEY (matter_id, person_id)
      );
      CREATE INDEX household_person_person ON household_person (person_id, matter_id);
      CREATE TABLE household_plan (
        id        uuid PRIMARY KEY,
        matter_id uuid NOT NULL REFERENCES matter,
        agreed_at timestamptz NOT NULL,
        -- Null while it binds the household.
        ended_at  timestamptz
      );
      CREATE UNIQUE INDEX household_plan_open ON household_plan (matter_id) WHERE ended_at IS NULL;
      ALTER TABLE matter ADD COLUMN household_plan_id uuid REFERENCES household_plan;
      CREATE INDEX matter_household_plan ON matter (household_plan_id) WHERE household_plan_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE matter DROP COLUMN household_plan_id; DROP TABLE household_plan; DROP TABLE household_person',
    );
  }
}
