import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each side of what is posted is asked whether it agrees, and may dispute it. What was posted before this was never asked, and
 * is netted as it was.
 */
export class Confirmations1763600421000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE confirmation (
        id          uuid PRIMARY KEY,
        version     integer NOT NULL,
        entry_id    uuid NOT NULL REFERENCES entry,
        -- Null where it is not of a cost pool.
        cost_pool_id uuid REFERENCES cost_pool,
        kind        text NOT NULL CHECK (kind IN ('costs', 'damage', 'loanFee')),
        title       text NOT NULL,
        party       text NOT NULL,
        union_id    uuid NOT NULL,
        owes_fen    bigint NOT NULL CHECK (owes_fen >= 0),
        owed_fen    bigint NOT NULL CHECK (owed_fen >= 0),
        state       text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'disputed', 'lapsed')),
        -- A bill is disputed, on which every share of the entry rests: none of its postings is netted.
        holds_all   boolean NOT NULL DEFAULT false,
        silence     text NOT NULL CHECK (silence IN ('agrees', 'disputes')),
        asked_at    timestamptz NOT NULL,
        confirm_by  timestamptz NOT NULL,
        way         text CHECK (way IN ('answer', 'silence', 'withdrawal', 'decision')),
        answered_by uuid,
        answered_at timestamptz,
        -- A party is asked once of an entry; also how netting finds whether a posting is held back.
        UNIQUE (entry_id, party),
        CHECK (confirm_by > asked_at),
        CHECK (owes_fen + owed_fen > 0),
        CHECK (state <> 'confirmed' OR way IS NOT NULL),
        CHECK (NOT holds_all OR state = 'disputed')
      );
      -- What a union was asked, and of it what waits.
      CREATE INDEX confirmation_union ON confirmation (union_id, id);
      CREATE INDEX confirmation_waiting ON confirmation (union_id, id) WHERE state = 'waiting';
      -- The shares of a pool.
      CREATE INDEX confirmation_pool ON confirmation (cost_pool_id, id);

      CREATE TABLE dispute (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        confirmation_id   uuid NOT NULL REFERENCES confirmation,
        entry_id          uuid NOT NULL REFERENCES entry,
        cost_pool_id      uuid,
        item_id           uuid,
        title             text NOT NULL,
        -- Null where silence has opened it.
        reason            text,
        opened_by         uuid,
        opened_at         timestamptz NOT NULL,
        talk_until        timestamptz NOT NULL,
        referred_at       timestamptz,
        -- Whose approver decides: the nearest union above all sides when it was opened.
        deciding_union_id uuid NOT NULL,
        -- Who spoke last: it is for the other sides to answer.
        last_union_id     uuid,
        message_count     integer NOT NULL DEFAULT 0 CHECK (message_count >= 0),
        state             text NOT NULL CHECK (state IN ('open', 'dismissed', 'upheld', 'withdrawn')),
        ended_by          uuid,
        ended_at          timestamptz,
        end_reason        text,
        reversal_id       uuid REFERENCES entry,
        FOREIGN KEY (cost_pool_id, item_id) REFERENCES cost_item,
        CHECK ((opened_by IS NULL) = (reason IS NULL)),
        CHECK ((state = 'open') = (ended_at IS NULL)),
        -- Nobody decides what he has raised himself.
        CHECK (state NOT IN ('dismissed', 'upheld') OR ended_by <> opened_by),
        CHECK (state <> 'upheld' OR reversal_id IS NOT NULL)
      );
      -- A share is disputed by one dispute at a time.
      CREATE UNIQUE INDEX dispute_open ON dispute (confirmation_id) WHERE state = 'open';
      -- What ends when an entry is reversed.
      CREATE INDEX dispute_entry ON dispute (entry_id) WHERE state = 'open';

      -- The unions between which it is: whose officers see it and talk.
      CREATE TABLE dispute_side (
        dispute_id uuid NOT NULL REFERENCES dispute,
        union_id   uuid NOT NULL,
        PRIMARY KEY (dispute_id, union_id)
      );
      CREATE INDEX dispute_side_union ON dispute_side (union_id, dispute_id);

      CREATE TABLE dispute_message (
        dispute_id uuid NOT NULL REFERENCES dispute,
        number     integer NOT NULL CHECK (number > 0),
        union_id   uuid NOT NULL,
        written_by uuid NOT NULL,
        written_at timestamptz NOT NULL,
        text       text NOT NULL,
        PRIMARY KEY (dispute_id, number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dispute_message, dispute_side, dispute, confirmation');
  }
}
