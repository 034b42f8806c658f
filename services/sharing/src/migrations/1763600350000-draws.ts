import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Draws of an activity's seats, and who has entered them. The activity itself knows its latest draw, so that whoever signs
 * up is told of it without another look.
 */
export class Draws1763600350000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity ADD COLUMN draw jsonb;

      CREATE TABLE draw (
        id              uuid PRIMARY KEY,
        activity_id     uuid NOT NULL REFERENCES activity,
        version         integer NOT NULL,
        state           text NOT NULL CHECK (state IN ('open', 'frozen', 'drawn', 'cancelled')),
        opens_at        timestamptz NOT NULL,
        closes_at       timestamptz NOT NULL,
        fair_share_days integer CHECK (fair_share_days BETWEEN 1 AND 1095),
        -- SHA-256 of the secret, published at once. The secret itself is sealed until the list is frozen.
        commitment      text NOT NULL CHECK (commitment ~ '^[0-9a-f]{64}$'),
        sealed_secret   text NOT NULL,
        secret          text CHECK (secret ~ '^[0-9a-f]{64}$'),
        entries         integer NOT NULL CHECK (entries BETWEEN 0 AND 10000),
        list            text,
        list_hash       text CHECK (list_hash ~ '^[0-9a-f]{64}$'),
        seed            text CHECK (seed ~ '^[0-9a-f]{64}$'),
        winners         integer,
        settled         integer NOT NULL,
        frozen_at       timestamptz,
        drawn_at        timestamptz,
        cancelled_at    timestamptz,
        cancel_reason   text,
        created_by      uuid NOT NULL,
        created_at      timestamptz NOT NULL,
        CONSTRAINT draw_window CHECK (opens_at < closes_at),
        -- What the order follows from is there whole, or not at all.
        CONSTRAINT draw_frozen CHECK (num_nulls(secret, list, list_hash, seed, winners, frozen_at) IN (0, 6)),
        CONSTRAINT draw_open CHECK (state <> 'open' OR frozen_at IS NULL),
        CONSTRAINT draw_done CHECK (state NOT IN ('frozen', 'drawn') OR frozen_at IS NOT NULL),
        CONSTRAINT draw_drawn CHECK ((drawn_at IS NOT NULL) = (state = 'drawn')),
        CONSTRAINT draw_cancelled CHECK ((cancelled_at IS NOT NULL) = (state = 'cancelled'))
      );
      -- The draws of an activity, the latest first.
      CREATE INDEX draw_activity ON draw (activity_id, created_at);
      -- Of an activity's draws one at most is not finished.
      CREATE UNIQUE INDEX draw_pending ON draw (activity_id) WHERE state IN ('open', 'frozen');

      CREATE TABLE draw_entry (
        draw_id    uuid NOT NULL REFERENCES draw,
        person_id  uuid NOT NULL,
        salt       text NOT NULL CHECK (salt ~ '^[0-9a-f]{32}$'),
        token      text NOT NULL CHECK (token ~ '^[0-9a-f]{64}$'),
        state      text NOT NULL CHECK (state IN ('entered', 'withdrawn', 'out')),
        heads      integer NOT NULL CHECK (heads BETWEEN 1 AND 100),
        -- Companions and answers, until they stand in the registration.
        sign_up    jsonb,
        entered_at timestamptz NOT NULL,
        pool_id    uuid,
        weight     integer CHECK (weight BETWEEN 1 AND 3),
        times_came integer,
        -- The line in the frozen list, the place in the drawn order, and the turn in which the result is given.
        number     integer,
        place      integer,
        turn       integer,
        result     text CHECK (result IN ('seat', 'line')),
        out_reason text,
        -- One entry per person, however often he presses (E26).
        PRIMARY KEY (draw_id, person_id),
        CONSTRAINT draw_entry_drawn CHECK (num_nulls(pool_id, weight, number, place, turn, result) IN (0, 6))
      );
      -- The results in the order in which they are given, a piece at a time.
      CREATE UNIQUE INDEX draw_entry_turn ON draw_entry (draw_id, turn) WHERE turn IS NOT NULL;
      -- How often somebody came lately.
      CREATE INDEX attendance_fact_person ON attendance_fact (person_id, checked_in_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX attendance_fact_person;
      DROP TABLE draw_entry, draw;
      ALTER TABLE activity DROP COLUMN draw;
    `);
  }
}
