import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What channels outside the platform say of a bulletin, as officers enter it. */
export class OutsideCounts1767401000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulletin_outside_count (
        id          uuid PRIMARY KEY,
        bulletin_id uuid NOT NULL REFERENCES bulletin,
        channel     text NOT NULL,
        name        text NOT NULL,
        day         date NOT NULL,
        readers     integer NOT NULL CHECK (readers >= 0),
        likes       integer CHECK (likes >= 0),
        shares      integer CHECK (shares >= 0),
        entered_by  uuid NOT NULL,
        entered_at  timestamptz NOT NULL,
        -- Also finds all of a bulletin.
        UNIQUE (bulletin_id, channel, name, day)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulletin_outside_count');
  }
}
