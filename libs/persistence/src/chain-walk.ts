import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { type Chain, verifyChainPart } from './chain.js';

/** How far the rounds over a chain have come, and what they have found. */
export interface WalkState {
  /** The first thing that did not fit, in this round or in the last whole one; null where all does. */
  readonly broken: string | null;
  /** Rows of the last whole round; 0 before its end. */
  readonly roundRows: number;
  readonly roundEndedAt: Date | null;
}

interface WalkRow {
  seal: number;
  rows: number;
  broken: string | null;
  round_rows: number;
  round_broken: string | null;
  round_ended_at: Date | null;
}

type Sql = Pick<EntityManager, 'query'>;

/**
 * Computes a part of a chain again, from where the part before it ended, in whatever process that was: round and round, so that a chain of any
 * length is read to its end, however often a service is started. One process at a time; the others are told what is known.
 * @param rowsMax few enough to be hashed between two requests
 */
export async function walkChain<Row extends { readonly id: string }>(
  dataSource: DataSource,
  chain: Chain<Row>,
  { rowsMax, now }: { readonly rowsMax: number; readonly now: Date },
): Promise<WalkState> {
  return dataSource.transaction(async (sql) => {
    const row = await claim(sql, chain.table);
    if (row === null) return walkState(sql, chain);
    const { next, broken, rows } = await verifyChainPart(dataSource, chain, { after: row.seal, rowsMax });
    const round = { rows: row.rows + rows, broken: row.broken ?? broken };
    // What is broken stays reported until a whole round has found nothing.
    const after =
      next === null
        ? { seal: 0, rows: 0, broken: null, roundRows: round.rows, roundBroken: round.broken, endedAt: now }
        : {
            seal: next,
            ...round,
            roundRows: row.round_rows,
            roundBroken: row.round_broken,
            endedAt: row.round_ended_at,
          };
    await sql.query(
      `UPDATE chain_walk SET seal = $2, rows = $3, broken = $4, round_rows = $5, round_broken = $6, round_ended_at = $7
       WHERE chain = $1`,
      [chain.table, after.seal, after.rows, after.broken, after.roundRows, after.roundBroken, after.endedAt],
    );
    return {
      broken: after.broken ?? after.roundBroken,
      roundRows: after.roundRows,
      roundEndedAt: after.endedAt,
    };
  });
}

/** What the rounds have found so far. */
export async function walkState(sql: Sql, { table }: Pick<Chain<never>, 'table'>): Promise<WalkState> {
  const [row] = (await sql.query(
    `SELECT coalesce(broken, round_broken) AS broken, round_rows::int AS "roundRows", round_ended_at AS "roundEndedAt"
     FROM chain_walk WHERE chain = $1`,
    [table],
  )) as WalkState[];
  return row ?? { broken: null, roundRows: 0, roundEndedAt: null };
}

/** @returns null where another process is at it */
async function claim(sql: Sql, table: string): Promise<WalkRow | null> {
  await sql.query(`INSERT INTO chain_walk (chain) VALUES ($1) ON CONFLICT DO NOTHING`, [table]);
  const [row] = (await sql.query(
    `SELECT seal, rows::int AS rows, broken, round_rows::int AS round_rows, round_broken, round_ended_at
     FROM chain_walk WHERE chain = $1 FOR UPDATE SKIP LOCKED`,
    [table],
  )) as WalkRow[];
  return row ?? null;
}

/** Where the rounds over each chain are. */
export class ChainWalks1763900000702 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chain_walk (
        chain          text PRIMARY KEY,
        seal           integer NOT NULL DEFAULT 0,
        rows           bigint NOT NULL DEFAULT 0,
        broken         text,
        round_rows     bigint NOT NULL DEFAULT 0,
        round_broken   text,
        round_ended_at timestamptz
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE chain_walk');
  }
}
