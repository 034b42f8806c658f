import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is looked at over a period: needs by their windows, loans by when they begin and by what they answer. */
export class SupplyAndDemand1763600406000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- From the first window's beginning to the last one's end. Their texts name their zone, so that they mean the same
      -- whatever the session's is; its body is bound to what it names when it is made, so it needs no search_path.
      CREATE FUNCTION need_span(windows jsonb) RETURNS tstzrange LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN (SELECT tstzrange(min((w ->> 'from')::timestamptz), max((w ->> 'to')::timestamptz))
                FROM jsonb_array_elements(windows) AS w);
      -- The needs of a period.
      CREATE INDEX need_span_index ON need USING gist (need_span(windows));
      -- Whether a need is met.
      CREATE INDEX loan_need ON loan (need_id, function) WHERE need_id IS NOT NULL;
      -- The loans of a period.
      CREATE INDEX loan_starts ON loan (starts_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX loan_starts, loan_need, need_span_index;
      DROP FUNCTION need_span(jsonb);
    `);
  }
}
