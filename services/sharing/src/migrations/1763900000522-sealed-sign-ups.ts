import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names of companions and answers at sign-up are sealed, as names of members are. A migration has no key: what is kept already stays as it is
 * until the service starts, which seals it first of all; a plain row that is written later is refused. The statements that change a
 * type write their table anew, so no dead row of before is left in it; the plain ones of the start go with the next vacuum.
 */
export class SealedSignUps1763900000522 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE registration_companion RENAME COLUMN name TO sealed_name;
      ALTER TABLE registration RENAME COLUMN answers TO sealed_answers;
      ALTER TABLE registration ALTER COLUMN sealed_answers TYPE text USING nullif(sealed_answers::text, 'null');
      ALTER TABLE draw_entry RENAME COLUMN sign_up TO sealed_sign_up;
      ALTER TABLE draw_entry ALTER COLUMN sealed_sign_up TYPE text USING nullif(sealed_sign_up::text, 'null');

      INSERT INTO unsealed_table
        SELECT 'registration_companion' WHERE EXISTS (SELECT 1 FROM registration_companion)
        UNION ALL SELECT 'registration' WHERE EXISTS (SELECT 1 FROM registration WHERE sealed_answers IS NOT NULL)
        UNION ALL SELECT 'draw_entry' WHERE EXISTS (SELECT 1 FROM draw_entry WHERE sealed_sign_up IS NOT NULL);

      -- NOT VALID: the rows of before are sealed by the service, which owns no table.
      ALTER TABLE registration_companion ADD CONSTRAINT registration_companion_sealed
        CHECK (sealed_name ~ '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]') NOT VALID;
      ALTER TABLE registration ADD CONSTRAINT registration_sealed
        CHECK (sealed_answers ~ '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]') NOT VALID;
      ALTER TABLE draw_entry ADD CONSTRAINT draw_entry_sealed
        CHECK (sealed_sign_up ~ '^[a-z][a-z0-9-]*[.][0-9a-f]{8}[.]') NOT VALID;
    `);
  }

  /** What is sealed does not open here: names and answers are lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM unsealed_table WHERE name IN ('registration_companion', 'registration', 'draw_entry');
      ALTER TABLE registration_companion DROP CONSTRAINT registration_companion_sealed;
      ALTER TABLE registration_companion ALTER COLUMN sealed_name TYPE text USING '*';
      ALTER TABLE registration_companion RENAME COLUMN sealed_name TO name;
      ALTER TABLE registration DROP CONSTRAINT registration_sealed;
      ALTER TABLE registration ALTER COLUMN sealed_answers TYPE jsonb USING NULL;
      ALTER TABLE registration RENAME COLUMN sealed_answers TO answers;
      ALTER TABLE draw_entry DROP CONSTRAINT draw_entry_sealed;
      ALTER TABLE draw_entry ALTER COLUMN sealed_sign_up TYPE jsonb USING NULL;
      ALTER TABLE draw_entry RENAME COLUMN sealed_sign_up TO sign_up;
    `);
  }
}
