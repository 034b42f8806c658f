import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services that unions offer to their people, and the matters that these bring. */
export class Matters1766200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Small copies, fed by membership's events.
      CREATE TABLE union_ref (
        id      uuid PRIMARY KEY,
        version integer NOT NULL,
        path    text COLLATE "C" NOT NULL,
        name    text NOT NULL,
        active  boolean NOT NULL
      );
      -- The unions above one, and those below.
      CREATE INDEX union_ref_path ON union_ref (path);
      CREATE TABLE member_ref (
        person_id   uuid PRIMARY KEY,
        version     integer NOT NULL,
        masked_name text NOT NULL,
        union_id    uuid,
        state       text NOT NULL
      );
      CREATE TABLE role_ref (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        person_id  uuid NOT NULL,
        union_id   uuid NOT NULL,
        role       text NOT NULL,
        revoked_at timestamptz
      );
      -- To whom a matter of one union can be given.
      CREATE INDEX role_ref_union ON role_ref (union_id, role);

      CREATE TABLE service_item (
        id           uuid PRIMARY KEY,
        version      integer NOT NULL,
        union_id     uuid NOT NULL,
        state        text NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
        edition      integer NOT NULL CHECK (edition >= 1),
        name         text NOT NULL,
        pinyin       text NOT NULL,
        category     text NOT NULL,
        close_reason text,
        opened_at    timestamptz
      );
      -- The services of one union, of whatever state.
      CREATE INDEX service_item_union ON service_item (union_id, name, id);
      -- The catalogue, by name.
      CREATE INDEX service_item_open ON service_item (name, id) WHERE state = 'open';
      CREATE INDEX service_item_category ON service_item (category, name, id) WHERE state = 'open';
      -- What is typed may stand anywhere in the name or its pinyin.
      CREATE INDEX service_item_name ON service_item USING gin (name gin_trgm_ops, pinyin gin_trgm_ops);

      -- What a service says and asks. A matter keeps the edition that it was sent under, so none is ever changed.
      CREATE TABLE service_edition (
        service_id uuid NOT NULL REFERENCES service_item,
        number     integer NOT NULL,
        definition jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (service_id, number)
      );

      CREATE TABLE matter (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        number         text NOT NULL UNIQUE,
        service_id     uuid NOT NULL,
        edition        integer NOT NULL,
        state          text NOT NULL CHECK (state IN
          ('sent', 'inWork', 'asked', 'held', 'proposed', 'decided', 'closed', 'withdrawn')),
        source         text NOT NULL CHECK (source IN ('online', 'phone', 'counter', 'letter')),
        -- Null for whoever sent it without a name, or had it written down for them.
        person_id      uuid,
        is_anonymous   boolean NOT NULL,
        home_union_id  uuid,
        union_id       uuid NOT NULL,
        escalated_to   uuid,
        escalations    integer NOT NULL CHECK (escalations BETWEEN 0 AND 20),
        handler_id     uuid,
        sealed_code    text,
        sealed_answers text,
        sealed_contact text,
        sent_at        timestamptz NOT NULL,
        accept_by      timestamptz NOT NULL,
        decide_by      timestamptz NOT NULL,
        -- When it is due next: the earlier of both until somebody takes it.
        due_at         timestamptz NOT NULL,
        paused_on      date,
        held_until     date,
        proposed_by    uuid,
        outcome        text,
        sealed_reasons text,
        decided_at     timestamptz,
        is_reopened    boolean NOT NULL,
        stars          smallint CHECK (stars BETWEEN 1 AND 5),
        sealed_rating  text,
        ended_at       timestamptz,
        CHECK (person_id IS NULL OR NOT is_anonymous),
        FOREIGN KEY (service_id, edition) REFERENCES service_edition
      );
      -- What waits to be taken, and all that is not over, of one union, by when it is due.
      CREATE INDEX matter_to_take ON matter (union_id, due_at, id) WHERE state = 'sent';
      CREATE INDEX matter_open ON matter (union_id, due_at, id)
        WHERE state IN ('sent', 'inWork', 'asked', 'held', 'proposed');
      -- The same of what was brought before a union above.
      CREATE INDEX matter_escalated ON matter (escalated_to, due_at, id)
        WHERE escalated_to IS NOT NULL AND state IN ('sent', 'inWork', 'asked', 'held', 'proposed');
      CREATE INDEX matter_in_hand ON matter (handler_id, due_at, id)
        WHERE state IN ('sent', 'inWork', 'asked', 'held', 'proposed');
      -- The newest of one union, and of one person.
      CREATE INDEX matter_union ON matter (union_id, id DESC);
      CREATE INDEX matter_person ON matter (person_id, id DESC) WHERE person_id IS NOT NULL;
      -- The figures of a year.
      CREATE INDEX matter_sent ON matter (union_id, sent_at);

      -- What was said and done in a matter. Nothing is ever changed in it but that its text is erased with its person.
      CREATE TABLE matter_entry (
        matter_id   uuid NOT NULL REFERENCES matter,
        sequence    integer NOT NULL,
        event       text NOT NULL,
        at          timestamptz NOT NULL,
        -- Null where it was whoever brought the matter, or the platform.
        actor_id    uuid,
        union_id    uuid,
        sealed_text text,
        -- For those who deal with it alone.
        is_internal boolean NOT NULL,
        PRIMARY KEY (matter_id, sequence)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE matter_entry;
      DROP TABLE matter;
      DROP TABLE service_edition;
      DROP TABLE service_item;
      DROP TABLE role_ref;
      DROP TABLE member_ref;
      DROP TABLE union_ref;
    `);
  }
}
