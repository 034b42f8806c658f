import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Seats that are offered to who waits, for a time. An offer that nobody accepted is kept as `expired`: it takes no seat,
 * and comes to life again when its person signs up anew.
 */
export class Offers1763600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE pool ADD COLUMN offer_hours integer CHECK (offer_hours > 0);

      ALTER TABLE registration ADD COLUMN offer_expires_at timestamptz;
      ALTER TABLE registration DROP CONSTRAINT registration_state_check;
      ALTER TABLE registration ADD CONSTRAINT registration_state_check
        CHECK (state IN ('confirmed', 'waitlisted', 'held', 'cancelled', 'expired'));
      -- Whoever is offered a seat knows by when. (Nobody was before this.)
      UPDATE registration SET state = 'confirmed' WHERE state = 'held';
      ALTER TABLE registration ADD CONSTRAINT registration_offer_check
        CHECK ((offer_expires_at IS NOT NULL) = (state IN ('held', 'expired')));
      -- What has run out: few at any time.
      CREATE INDEX registration_offer ON registration (activity_id, offer_expires_at) WHERE state = 'held';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX registration_offer;
      ALTER TABLE registration DROP CONSTRAINT registration_offer_check;
      UPDATE registration SET state = 'cancelled' WHERE state = 'expired';
      ALTER TABLE registration DROP CONSTRAINT registration_state_check;
      ALTER TABLE registration ADD CONSTRAINT registration_state_check
        CHECK (state IN ('confirmed', 'waitlisted', 'held', 'cancelled'));
      ALTER TABLE registration DROP COLUMN offer_expires_at;
      ALTER TABLE pool DROP COLUMN offer_hours;
    `);
  }
}
