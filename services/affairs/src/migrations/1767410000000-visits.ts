import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits to members: who went when is in the clear, why and all that was said is sealed. */
export class Visits1767410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE visit (
        id                uuid PRIMARY KEY,
        version           integer NOT NULL,
        person_id         uuid NOT NULL,
        union_id          uuid NOT NULL,
        state             text NOT NULL CHECK (state IN ('promised', 'done', 'withdrawn')),
        visited_on        date NOT NULL,
        visitor_ids       uuid[] NOT NULL CHECK (cardinality(visitor_ids) BETWEEN 1 AND 10),
        matter_id         uuid,
        sealed_reason     text,
        sealed_brought    text,
        sealed_amount     text,
        sealed_found      text,
        sealed_promise    text,
        sealed_outcome    text,
        sealed_withdrawal text,
        follow_up_on      date CHECK (follow_up_on >= visited_on),
        followed_up_at    timestamptz,
        entered_by        uuid NOT NULL,
        entered_at        timestamptz NOT NULL,
        -- Money is paid through a matter, and by nothing else.
        CONSTRAINT visit_money CHECK (sealed_amount IS NULL OR matter_id IS NOT NULL),
        CONSTRAINT visit_promise CHECK (state <> 'promised' OR follow_up_on IS NOT NULL AND followed_up_at IS NULL),
        CONSTRAINT visit_followed_up CHECK (followed_up_at IS NULL OR follow_up_on IS NOT NULL),
        -- What was entered by mistake says nothing any more.
        CONSTRAINT visit_withdrawn CHECK (state <> 'withdrawn' OR matter_id IS NULL AND coalesce(sealed_reason,
          sealed_brought, sealed_amount, sealed_found, sealed_promise, sealed_outcome) IS NULL)
      );
      -- Visits to a person, and those of one in a union.
      CREATE INDEX visit_person ON visit (person_id, id DESC);
      -- The desk of a union, the newest first.
      CREATE INDEX visit_union ON visit (union_id, id DESC);
      -- On which somebody went.
      CREATE INDEX visit_visitors ON visit USING gin (visitor_ids);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE visit');
  }
}
