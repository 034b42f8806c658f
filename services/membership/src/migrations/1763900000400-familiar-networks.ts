import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where people have signed in from, so that whoever guesses at an account from elsewhere slows everybody but its owner.
 * Failures are counted per network from now on, and over all of an account and of a network: what was counted per address
 * means something else, and is a day old at most.
 */
export class FamiliarNetworks1763900000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE familiar_network (
        -- Keyed, of person and network: nobody reads here who was where.
        hash    text PRIMARY KEY,
        seen_at timestamptz NOT NULL
      );
      -- Old ones are removed by age.
      CREATE INDEX familiar_network_seen_at ON familiar_network (seen_at);
      DELETE FROM sign_in_attempt;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE familiar_network; DELETE FROM sign_in_attempt');
  }
}
