import { Injectable } from '@nestjs/common';
import { DomainError, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRef } from '../../agreements/activity/activity.entity.js';
import { ActivityRepository, type LoanUse } from '../../agreements/activity/activity.repository.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { splitTermsOf } from '../../agreements/agreement/verdict.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { countedParties, type CountedParty, headcountsOf, headsOutsideOf } from './cost-pool.model.js';
import { EarlierPools } from './earlier-pools.js';
import { asksForUsage, usageByParty } from './loan-usage.model.js';
import { borneBefore, type SplitTerms, termsAfter, type StoredPool } from './supplement.model.js';

/** All inputs of a pool's shares except its bills. */
export interface SplitBasis {
  readonly terms: SplitTerms;
  readonly heads: ReadonlyMap<string, number>;
  /** The headcount outside all parties. */
  readonly headsOutside: number;
  /** Null for a shared bill. */
  readonly factsHash: string | null;
  /** Snapshots of the earlier pools; null for a first pool, as is `borne`. */
  readonly earlier: readonly StoredPool[] | null;
  /** What each party has borne in the earlier pools. */
  readonly borne: ReadonlyMap<string, bigint> | null;
}

/** The usage of each party derived from the loans for the activity. */
export interface ProposedUsage {
  /** Whether the rule splits by usage. */
  readonly isNeeded: boolean;
  readonly parties: readonly CountedParty[];
  readonly byParty: ReadonlyMap<string, number>;
  readonly loans: readonly PlacedUse[];
  /** False while the copy of a party or a borrower is missing. */
  readonly isWhole: boolean;
}

/** A loan whose borrower's path is known. */
export type PlacedUse = LoanUse & { readonly unionPath: string };

@Injectable()
export class SplitBasisService {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly earlier: EarlierPools,
  ) {}

  /** A supplement uses the headcounts of its first pool, even if attendance was corrected since. */
  async of(tx: Transaction, pool: CostPoolRow): Promise<SplitBasis> {
    const terms = splitTermsOf(readTerms(pool.terms));
    // A shared bill is split by its bills alone: nobody attended it.
    if (pool.activityId === null)
      return { terms, heads: new Map(), headsOutside: 0, factsHash: null, earlier: null, borne: null };
    const before = await this.earlier.find(tx, pool);
    if (before === null) {
      const { factsHash, heads } = await this.activities.completeHeads(tx, pool.activityId);
      const parties = await this.partiesOf(tx, pool);
      return {
        terms,
        heads: headcountsOf(parties, heads),
        headsOutside: headsOutsideOf(parties, heads),
        factsHash,
        earlier: null,
        borne: null,
      };
    }
    return {
      terms: termsAfter(terms, before.pools),
      heads: before.heads,
      headsOutside: before.headsOutside,
      factsHash: before.first.factsHash ?? '',
      earlier: before.stored,
      borne: borneBefore(before.pools),
    };
  }

  /**
   * Detects attendance that was corrected, and earlier pools that were refunded or reversed, since the shares were
   * computed.
   * @throws DomainError `FACTS_CHANGED`, `FACTS_INCOMPLETE`, `EARLIER_POOLS_CHANGED`, `POOL_NOT_APPROVED`
   */
  async requireSame(tx: Transaction, pool: CostPoolRow): Promise<void> {
    if (pool.activityId === null) return;
    const before = await this.earlier.find(tx, pool);
    if (before !== null) {
      if (!EarlierPools.isSame(before.stored, pool)) throw new DomainError('EARLIER_POOLS_CHANGED');
      return;
    }
    const { factsHash } = await this.activities.completeHeads(tx, pool.activityId);
    if (factsHash !== pool.factsHash) throw new DomainError('FACTS_CHANGED');
  }

  /**
   * The total attendance of the activity; null for a shared bill.
   * @throws DomainError `FACTS_INCOMPLETE`, `REFERENCE_PENDING`
   */
  async headsOf(tx: Transaction, { activityId }: CostPoolRow): Promise<number | null> {
    if (activityId === null) return null;
    const { heads: unions } = await this.activities.completeHeads(tx, activityId);
    return unions.reduce((total, { heads }) => total + heads, 0);
  }

  /** Null for a shared bill. @throws DomainError `REFERENCE_PENDING` */
  async activityOf(tx: Transaction, { activityId }: CostPoolRow): Promise<ActivityRef | null> {
    return activityId === null ? null : this.activities.activity(tx, activityId);
  }

  /** The usage known so far: readers see it as is, and a computation waits until it is complete. */
  async usage(tx: Transaction, pool: CostPoolRow): Promise<ProposedUsage> {
    const isNeeded = asksForUsage(splitTermsOf(readTerms(pool.terms)).rule);
    const { parties, isWhole } = await this.knownParties(tx, pool);
    const { activityId } = pool;
    const loans = activityId === null ? [] : await this.activities.loanUses(tx, activityId);
    const placed = loans.flatMap((loan) =>
      loan.unionPath === null ? [] : [{ ...loan, unionPath: loan.unionPath }],
    );
    return {
      isNeeded,
      parties,
      loans: placed,
      byParty: usageByParty(parties, placed),
      isWhole: isWhole && placed.length === loans.length,
    };
  }

  private async partiesOf(tx: Transaction, pool: CostPoolRow): Promise<readonly CountedParty[]> {
    const { parties, isWhole } = await this.knownParties(tx, pool);
    if (!isWhole) throw new DomainError('REFERENCE_PENDING', { retryAfterSeconds: 1 });
    return parties;
  }

  private async knownParties(
    tx: Transaction,
    pool: CostPoolRow,
  ): Promise<{ parties: readonly CountedParty[]; isWhole: boolean }> {
    const keys = readTerms(pool.terms).parties.map(partyKey);
    const known = await this.references.parties(tx, keys);
    const parties = keys.flatMap((key) => {
      const party = known.get(key);
      return party === undefined ? [] : [{ key, kind: party.party.kind, unionPath: party.unionPath }];
    });
    return { parties: countedParties(parties), isWhole: parties.length === keys.length };
  }
}
