import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { type Chain, verifyChainPart } from './chain.js';

/** Progress and findings of the verification rounds over a chain. */
export interface WalkState {
  /** The first mismatch in this round or in the last complete one; null if there is none. */
  readonly broken: string | null;
  /** Rows of the last complete round; 0 before the first ends. */
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
 * Verifies the next part of a chain, from where the previous part ended, in whichever process. The rounds repeat, so
 * that a chain of any length is verified to its end, however often a service restarts. One process works at a time;
 * the others get the known state.
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
    // A mismatch stays reported until a complete round has found none.
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

/** The findings of the rounds so far. */
export async function walkState(sql: Sql, { table }: Pick<Chain<never>, 'table'>): Promise<WalkState> {
  const [row] = (await sql.query(
    `SELECT coalesce(broken, round_broken) AS broken, round_rows::int AS "roundRows", round_ended_at AS "roundEndedAt"
     FROM chain_walk WHERE chain = $1`,
    [table],
  )) as WalkState[];
  return row ?? { broken: null, roundRows: 0, roundEndedAt: null };
}

/** @returns null if another process holds it */
async function claim(sql: Sql, table: string): Promise<WalkRow | null> {
  await sql.query(`INSERT INTO chain_walk (chain) VALUES ($1) ON CONFLICT DO NOTHING`, [table]);
  const [row] = (await sql.query(
    `SELECT seal, rows::int AS rows, broken, round_rows::int AS round_rows, round_broken, round_ended_at
     FROM chain_walk WHERE chain = $1 FOR UPDATE SKIP LOCKED`,
    [table],
  )) as WalkRow[];
  return row ?? null;
}

/** The position of the rounds over each chain. */
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
