import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A union can be the sector union for lines of work: whoever works in them for nobody applies there first. */
export class SectorUnions1767380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE joining_policy ADD COLUMN work_lines text[] NOT NULL DEFAULT '{}' CHECK (work_lines <@ ARRAY[
        'truckDriver', 'courier', 'caregiver', 'domesticWorker', 'salesPromoter', 'deliveryRider', 'estateAgent',
        'securityGuard', 'rideHailingDriver']);
      -- Asked whenever anyone looks at the way of an application; few unions are among them. Not in part, as a planner does not see
      -- that what has a line is not empty.
      CREATE INDEX joining_policy_work_lines ON joining_policy USING gin (work_lines);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE joining_policy DROP COLUMN work_lines');
  }
}
