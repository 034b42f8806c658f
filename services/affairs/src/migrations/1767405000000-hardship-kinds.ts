import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of hardship were words in a hint. The federation has them as a table with limits and dates now, and changes these as its own. */
export class HardshipKinds1767405000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hardship_kind (
        id             uuid PRIMARY KEY,
        version        integer NOT NULL,
        label          text NOT NULL,
        income_max_fen bigint CHECK (income_max_fen >= 0),
        source         text NOT NULL,
        valid_from     date NOT NULL,
        valid_until    date CHECK (valid_until >= valid_from),
        used           boolean NOT NULL
      );
      -- As the hint has named them, so that running services go on; limits differ between places.
      INSERT INTO hardship_kind (id, version, label, source, valid_from, used)
      SELECT gen_random_uuid(), 1, label, '类别按通常的叫法†；收入标准以当地当年的文件为准，请总工会填写', '2020-01-01', false
      FROM unnest(ARRAY['深度困难职工', '相对困难职工', '意外致困职工']) AS label;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hardship_kind');
  }
}
