import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of the bank that are dues of members. Of a member there is the reference alone. A new table. */
export class DuesLines1766800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bank_line_dues (
        -- The id by which membership knows the line.
        id               uuid PRIMARY KEY,
        statement_id     uuid NOT NULL,
        number           integer NOT NULL,
        union_id         uuid NOT NULL,
        version          integer NOT NULL,
        reference        text NOT NULL CHECK (reference ~ '^HF[0-9]{12}$'),
        keeps_excess     boolean NOT NULL,
        state            text NOT NULL CHECK (state IN ('waiting', 'booked', 'returned', 'refunded')),
        reason           text CHECK (reason IN ('unknown', 'ended', 'overpaid', 'takenBack')),
        receipt          text,
        refund_reference text,
        -- The last answer of membership that was heard, to this version.
        answer           integer NOT NULL,
        changed_by       uuid NOT NULL,
        changed_at       timestamptz NOT NULL,
        -- A line is the dues of one member. Also for the lines of a statement in a state.
        UNIQUE (statement_id, number),
        FOREIGN KEY (statement_id, number) REFERENCES bank_line,
        CHECK ((state IN ('returned', 'refunded')) = (reason IS NOT NULL)),
        CHECK ((state = 'booked') = (receipt IS NOT NULL)),
        CHECK ((state = 'refunded') = (refund_reference IS NOT NULL))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bank_line_dues');
  }
}
