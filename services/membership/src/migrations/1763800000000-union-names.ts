import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two unions under the same one do not have the same name, however it is typed: `folded_name` leaves out width, case, blanks
 * and what is not seen. It is checked under the lock of the union above, and no constraint: some may be there twice already.
 */
export class UnionNames1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION folded_name(name text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN lower(regexp_replace(
        normalize(name, NFKC), '[\\s\\u00ad\\u180e\\u200b-\\u200f\\u2060-\\u2064\\ufe00-\\ufe0f\\ufeff]', '', 'g'));
      CREATE INDEX labour_union_sibling_name ON labour_union (parent_id, folded_name(name));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX labour_union_sibling_name; DROP FUNCTION folded_name');
  }
}
