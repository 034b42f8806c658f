import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part. The key keeps a person from being registered twice in one activity, whatever the code does. */
export class Registrations1763600226000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE registration (
        activity_id     uuid NOT NULL,
        person_id       uuid NOT NULL,
        id              uuid NOT NULL UNIQUE,
        version         integer NOT NULL,
        pool_id         uuid NOT NULL,
        state           text NOT NULL CHECK (state IN ('confirmed', 'waitlisted', 'held', 'cancelled')),
        heads           integer NOT NULL CHECK (heads BETWEEN 1 AND 100),
        rank            integer NOT NULL CHECK (rank > 0),
        override_reason text,
        check_in_code   text NOT NULL,
        answers         jsonb,
        registered_by   uuid NOT NULL,
        registered_at   timestamptz NOT NULL,
        PRIMARY KEY (activity_id, person_id),
        FOREIGN KEY (activity_id, pool_id) REFERENCES pool,
        -- The line of a pool: its list, and the last in, who leave first when it is lowered.
        UNIQUE (activity_id, pool_id, rank),
        -- The door looks a code up within one activity.
        UNIQUE (activity_id, check_in_code)
      );
      -- Counting the seats of a pool reads this index alone.
      CREATE INDEX registration_seats ON registration (activity_id, pool_id, state) INCLUDE (heads, rank);
      -- The front of a waitlist, and the place in it.
      CREATE INDEX registration_waitlist ON registration (activity_id, pool_id, rank) INCLUDE (heads)
        WHERE state = 'waitlisted';
      -- A person's own registrations, the latest first.
      CREATE INDEX registration_person ON registration (person_id, registered_at DESC, id DESC);

      CREATE TABLE registration_companion (
        activity_id uuid NOT NULL,
        person_id   uuid NOT NULL,
        number      integer NOT NULL CHECK (number > 0),
        name        text NOT NULL,
        age_band    text CHECK (age_band IN ('child0to2', 'child3to6', 'child7to13', 'youth14to17', 'adult')),
        PRIMARY KEY (activity_id, person_id, number),
        FOREIGN KEY (activity_id, person_id) REFERENCES registration
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE registration_companion, registration');
  }
}
