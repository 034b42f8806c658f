import { Injectable } from '@nestjs/common';
import { DomainError, partyKey } from '@gongxiang/domain';
import { canonicalJson, type Transaction } from '@gongxiang/persistence';
import type { CostPoolRow, CostShareRow } from './cost-pool.entity.js';
import { headsOutsideIn } from '../../splits/split/split.model.js';
import { PoolChainRepository } from './pool-chain.repository.js';
import { type EarlierPool, type ToldPool, toldOf } from './supplement.model.js';

/** What a supplement rests on. */
export interface Earlier {
  readonly first: CostPoolRow;
  readonly pools: readonly EarlierPool[];
  /** The heads of each party, as the shares of the first pool have them. */
  readonly heads: ReadonlyMap<string, number>;
  /** Those that count for no party, as the shares of the first pool tell of them. */
  readonly headsOutside: number;
  /** What of this is kept with the shares of the supplement: another once a pool was refunded or reversed. */
  readonly told: readonly ToldPool[];
}

/** The pools that a supplement comes after, as they stand. */
@Injectable()
export class EarlierPools {
  constructor(private readonly chain: PoolChainRepository) {}

  /**
   * Read under the lock of the first pool, which every change of the chain takes.
   * @returns null for a pool that supplements none
   * @throws DomainError `POOL_NOT_APPROVED` where the first pool does not stand
   */
  async before(tx: Transaction, { id, supplementOf }: CostPoolRow): Promise<Earlier | null> {
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

  /** Do earlier pools stand as they stood when the shares of this supplement were computed? */
  static isSame(told: readonly ToldPool[], { earlier }: Pick<CostPoolRow, 'earlier'>): boolean {
    return earlier !== null && canonicalJson(told) === canonicalJson(earlier);
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
  return { first, pools, heads, headsOutside, told: pools.map(toldOf) };
}

function keyOf({ partyKind: kind, partyId: id }: CostShareRow): string {
  return partyKey({ kind, id });
}
