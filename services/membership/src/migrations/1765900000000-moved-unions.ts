import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A union moves in the tree by a change that an officer above both places confirms. */
export class MovedUnions1765900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where it is decided, if that is not directly above its union; null for all that there are.
      ALTER TABLE pending_change ADD COLUMN decider_union_id uuid REFERENCES labour_union;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE pending_change DROP COLUMN decider_union_id');
  }
}
