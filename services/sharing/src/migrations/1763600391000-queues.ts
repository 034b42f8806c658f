import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Queues before the opening of sign-up. The activity itself knows when its queue opens and how fast it moves, so that a
 * sign-up for an activity without one costs no statement more.
 */
export class Queues1763600391000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity
        ADD COLUMN queue jsonb,
        ADD CONSTRAINT activity_queue CHECK (
          queue ?& ARRAY['joinFrom', 'opensAt', 'perMinute'] AND (queue ->> 'perMinute')::integer BETWEEN 1 AND 60000),
        -- Seats are drawn, or people are let in by their turns.
        ADD CONSTRAINT activity_queue_or_draw CHECK (queue IS NULL OR draw IS NULL OR draw ->> 'decides' = 'false');

      CREATE TABLE queue (
        activity_id   uuid PRIMARY KEY REFERENCES activity,
        -- SHA-256 of the secret, published at once. The secret itself is sealed until the order is made.
        commitment    text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
        sealed_secret text NOT NULL,
        secret        text CHECK (secret ~ '^[0-9a-f]{64}$'),
        joined        integer NOT NULL CHECK (joined BETWEEN 0 AND 100000),
        early         integer CHECK (early BETWEEN 0 AND joined),
        frozen_at     timestamptz,
        created_by    uuid NOT NULL,
        created_at    timestamptz NOT NULL,
        -- The order is made whole, or not at all.
        CONSTRAINT queue_frozen CHECK (num_nulls(secret, early, frozen_at) IN (0, 3))
      );

      CREATE TABLE queue_place (
        activity_id uuid NOT NULL REFERENCES queue,
        person_id   uuid NOT NULL,
        joined_by   uuid NOT NULL,
        joined_at   timestamptz NOT NULL,
        -- Null until the order is made.
        place       integer CHECK (place > 0),
        -- One place per person, however often he presses.
        PRIMARY KEY (activity_id, person_id)
      );
      -- No two people have the same place.
      CREATE UNIQUE INDEX queue_place_order ON queue_place (activity_id, place) WHERE place IS NOT NULL;

      -- Whoever has been told his place keeps it.
      CREATE FUNCTION queue_place_stands() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        RAISE EXCEPTION 'a place that was given stands';
      END $$;
      CREATE TRIGGER queue_place_stands BEFORE UPDATE ON queue_place
        FOR EACH ROW WHEN (OLD.place IS NOT NULL) EXECUTE FUNCTION queue_place_stands();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE queue_place, queue;
      DROP FUNCTION queue_place_stands();
      ALTER TABLE activity DROP COLUMN queue;
    `);
  }
}
