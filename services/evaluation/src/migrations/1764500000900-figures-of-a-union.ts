import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers see the figures of their unions, newest first: without it all figures of the network are read for them. */
export class FiguresOfAUnion1764500000900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX figure_of_union ON figure (union_id, id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX figure_of_union');
  }
}
