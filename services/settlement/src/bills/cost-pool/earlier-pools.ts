import { Injectable } from '@nestjs/common';
import { DomainError, partyKey } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import type { CostPoolRow, CostShareRow } from './cost-pool.entity.js';
import { headsOutsideIn } from '../../splits/split/split.model.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { type EarlierPool, type StoredPool, toStoredPool } from './supplement.model.js';

/** The earlier pools that a supplement is computed from. */
interface Earlier {
  readonly first: CostPoolRow;
  readonly pools: readonly EarlierPool[];
  /** The headcount of each party, taken from the shares of the first pool. */
  readonly heads: ReadonlyMap<string, number>;
  /** The headcount outside all parties, taken from the trace of the first pool's shares. */
  readonly headsOutside: number;
  /** The snapshot stored with the supplement's shares; it differs once an earlier pool was refunded or reversed. */
  readonly stored: readonly StoredPool[];
}

/** Loads the earlier pools of a supplement in their current state. */
@Injectable()
export class EarlierPools {
  constructor(private readonly chain: PoolChainRepository) {}

  /**
   * The caller holds the lock of the first pool, which every change of the chain takes.
   * @returns null for a first pool
   * @throws DomainError `POOL_NOT_APPROVED` if the first pool is not approved
   */
  async find(tx: Transaction, { id, supplementOf }: CostPoolRow): Promise<Earlier | null> {
    if (supplementOf === null) return null;
    const earlier = (await this.chain.chainOf(tx, supplementOf)).filter((pool) => pool.id < id);
    const standing = earlier.filter((pool) => pool.state === 'approved');
    const [first] = standing;
    if (first?.id !== supplementOf) throw new DomainError('POOL_NOT_APPROVED');
    const shares = await this.chain.sharesOf(
      tx,
      standing.map((pool) => pool.id),
    );
    return earlierOf(first, standing, shares);
  }

  /** Whether the earlier pools are unchanged since the shares of this supplement were computed. */
  static isSame(stored: readonly StoredPool[], { earlier }: Pick<CostPoolRow, 'earlier'>): boolean {
    return earlier !== null && canonicalJson(stored) === canonicalJson(earlier);
  }
}

function earlierOf(
  first: CostPoolRow,
  standing: readonly CostPoolRow[],
  shares: readonly CostShareRow[],
): Earlier {
  const sharesOf = (poolId: string) => shares.filter(({ costPoolId }) => costPoolId === poolId);
  const pools = standing.map((pool): EarlierPool => ({
    id: pool.id,
    total: pool.totalFen ?? 0n,
    subsidy: pool.subsidyFen ?? 0n,
    subsidyReturned: pool.subsidyReturnedFen,
    borne: new Map(sharesOf(pool.id).map((share) => [keyOf(share), share.amountFen - share.returnedFen])),
  }));
  const heads = new Map(sharesOf(first.id).map((share) => [keyOf(share), share.headcount ?? 0]));
  const headsOutside = Math.max(0, ...sharesOf(first.id).map(({ trace }) => headsOutsideIn(trace)));
  return { first, pools, heads, headsOutside, stored: pools.map(toStoredPool) };
}

function keyOf({ partyKind: kind, partyId: id }: CostShareRow): string {
  return partyKey({ kind, id });
}
