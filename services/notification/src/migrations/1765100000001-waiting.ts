import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for whom, as the services tell it. */
export class Waiting1765100000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The last that a service has told of a thing; it outlasts what was awaited, so that an older event changes nothing.
      CREATE TABLE awaited_thing (
        service text NOT NULL,
        subject text NOT NULL,
        id      uuid NOT NULL,
        version integer NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (service, subject, id)
      );
      -- The oldest are removed.
      CREATE INDEX awaited_thing_told ON awaited_thing (told_at);

      CREATE TABLE awaiting (
        id         uuid PRIMARY KEY,
        service    text NOT NULL,
        subject    text NOT NULL,
        thing_id uuid NOT NULL,
        kind       text NOT NULL,
        slot       text NOT NULL,
        why        text NOT NULL,
        roles      text[] NOT NULL,
        is_nearest boolean NOT NULL,
        about      jsonb NOT NULL,
        title      text,
        values     jsonb NOT NULL,
        time_zone  text NOT NULL,
        due_at     timestamptz,
        since      timestamptz NOT NULL,
        UNIQUE (service, subject, thing_id, kind, slot),
        FOREIGN KEY (service, subject, thing_id) REFERENCES awaited_thing (service, subject, id)
      );

      -- People whom something waits for by name.
      CREATE TABLE await_person (
        await_id  uuid NOT NULL REFERENCES awaiting ON DELETE CASCADE,
        person_id uuid NOT NULL,
        PRIMARY KEY (person_id, await_id)
      );
      CREATE INDEX await_person_await ON await_person (await_id);

      -- Unions whose officers something waits for, with the union where there are some, which may be one above it.
      CREATE TABLE await_office (
        await_id uuid NOT NULL REFERENCES awaiting ON DELETE CASCADE,
        asked_id uuid NOT NULL,
        union_id uuid,
        PRIMARY KEY (await_id, asked_id)
      );
      CREATE INDEX await_office_union ON await_office (union_id);
      CREATE INDEX await_office_asked ON await_office (asked_id);
      -- Whom it does not concern although they hold the office.
      CREATE TABLE await_except (
        await_id  uuid NOT NULL REFERENCES awaiting ON DELETE CASCADE,
        person_id uuid NOT NULL,
        PRIMARY KEY (await_id, person_id)
      );
      CREATE INDEX await_except_person ON await_except (person_id);

      -- What a person's offices are.
      CREATE INDEX role_ref_person ON role_ref (person_id);
      -- The notices of what is done.
      CREATE INDEX notice_unread_cause ON notice (cause) WHERE read_at IS NULL;

      INSERT INTO due (kind, key, due_at, payload) VALUES ('awaited-thing-erasure', 'all', now(), '{}');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind IN ('awaited-thing-erasure', 'offices-moved');
      DROP INDEX notice_unread_cause;
      DROP INDEX role_ref_person;
      DROP TABLE await_except;
      DROP TABLE await_office;
      DROP TABLE await_person;
      DROP TABLE awaiting;
      DROP TABLE awaited_thing;
    `);
  }
}
