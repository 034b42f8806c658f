import { Injectable } from '@nestjs/common';
import {
  type ExplainShareRequest,
  shareExplanationContract,
  type ShareExplanationView,
} from '@gongxiang/contracts/settlement/bills/share-explanation.contract';
import { type CallContext, DomainError, partyKey } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import { AgreementRef } from '../../agreements/agreement/agreement.entity.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { splitTermsOf, subsidySource } from '../../agreements/agreement/verdict.model.js';
import type { CostPoolRow, CostShareRow } from '../cost-pool/cost-pool.entity.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import { PoolAccess } from '../cost-pool/pool-access.js';
import {
  borneBefore,
  fromStoredPool,
  type SplitTerms,
  termsAfter,
  withBefore,
} from '../cost-pool/supplement.model.js';
import { LedgerRepository } from '../../ledger/ledger.repository.js';
import { authoriseLook } from '../../reference/bookkeeping.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { SplitRule } from '../../splits/split/rule.model.js';
import { headsOutsideIn, type Share } from '../../splits/split/split.model.js';
import { treeOf } from '../../splits/split/split-tree.model.js';
import { reproduce, nodesFor } from './share-explanation.model.js';
import { ShareExplanationRepository } from './share-explanation.repository.js';
import { explanationView, type Explained, keysIn } from './share-explanation.view.js';

/** Further repositories used by the explanation. */
@Injectable()
export class ExplanationReaders {
  constructor(
    readonly references: ReferenceRepository,
    readonly ledger: LedgerRepository,
  ) {}
}

/**
 * Traces a share back to its rule, facts and signatures, and forward to the ledger, its netting run and its payment.
 */
@Injectable()
export class ShareExplanationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pools: CostPoolRepository,
    private readonly poolAccess: PoolAccess,
    private readonly explanations: ShareExplanationRepository,
    private readonly readers: ExplanationReaders,
  ) {}

  @Handles(shareExplanationContract.get)
  get(request: ExplainShareRequest, call: CallContext): Promise<ShareExplanationView> {
    return this.transactions.read(call, async (tx) => {
      const pool = await this.pools.findById(tx, request.costPoolId);
      await authoriseLook(tx, actions.seeCostPool, await this.pools.pathsOf(tx, request.costPoolId));
      if (pool?.totalFen == null) throw new DomainError('NOT_FOUND');
      const rows = await this.pools.sharesOf(tx, pool.id);
      const explained = await this.explained(tx, pool, { rows, party: request.party });
      const keys = keysIn(explained);
      const names = await this.readers.references.parties(tx, [...new Set(keys)]);
      const people = await this.readers.references.namesOf(tx, [pool.submittedBy, pool.approvedBy]);
      const title = await this.poolAccess.titleOf(tx, pool);
      return explanationView(explained, { names, people, title, locale: call.locale });
    });
  }

  private async explained(
    tx: Transaction,
    pool: CostPoolRow,
    { rows, party }: { readonly rows: readonly CostShareRow[]; readonly party: string },
  ): Promise<Explained> {
    const { shares, rule, isReproduced } = this.recompute(pool, rows);
    const total = pool.totalFen ?? 0n;
    const nodes = nodesFor(party, treeOf({ total, rule, shares, subsidy: pool.subsidyFen }));
    const postings = pool.entryId === null ? [] : await this.explanations.postings(tx, pool.entryId, party);
    const runIds = [...new Set(postings.flatMap(({ nettingRunId }) => nettingRunId ?? []))];
    const entry = pool.entryId === null ? null : await this.readers.ledger.findEntry(tx, pool.entryId);
    return {
      pool,
      rows,
      party,
      nodes,
      postings,
      isReproduced,
      share: shareOf(pool, shares, party),
      paid: await this.explanations.paid(tx, pool.id, party),
      payments: await this.explanations.payments(tx, runIds, party),
      agreementHash: await agreementHashOf(tx, pool),
      postedOn: entry?.postedOn ?? null,
      reversedBy: entry === null ? null : await this.readers.ledger.reversedBy(tx, entry.id),
    };
  }

  /** E75: recomputes the shares from the stored inputs; falls back to the stored shares if the results differ. */
  private recompute(
    pool: CostPoolRow,
    rows: readonly CostShareRow[],
  ): { shares: readonly Share[]; rule: SplitRule; isReproduced: boolean } {
    const stored = rows.map((row): Share => ({
      party: keyOf(row),
      amount: row.amountFen,
      trace: row.trace,
    }));
    const basis = basisOf(pool);
    if (basis === null)
      return { shares: stored, rule: splitTermsOf(readTerms(pool.terms)).rule, isReproduced: false };
    const { rule } = basis.terms;
    const shares = reproduce(inputOf(basis.terms, pool, rows), stored);
    if (shares === null) return { shares: stored, rule, isReproduced: false };
    return { shares: basis.shown(shares), rule, isReproduced: true };
  }
}

/**
 * For a supplement, the terms left over by the earlier pools when it was split, regardless of later refunds or
 * reversals.
 * @returns null if no snapshot of the earlier pools was stored
 */
function basisOf(pool: CostPoolRow): Basis | null {
  const terms = splitTermsOf(readTerms(pool.terms));
  if (pool.supplementOf === null) return { terms, shown: (shares) => shares };
  if (pool.earlier === null) return null;
  const earlier = pool.earlier.map(fromStoredPool);
  const borne = borneBefore(earlier);
  const shown = (shares: readonly Share[]): readonly Share[] =>
    withBefore({ shares: [...shares], subsidy: pool.subsidyFen }, borne).shares;
  return { terms: termsAfter(terms, earlier), shown };
}

async function agreementHashOf(tx: Transaction, { agreementId: id }: CostPoolRow): Promise<string | null> {
  if (id === null) return null;
  return (await tx.sql.findOneBy(AgreementRef, { id }))?.hash ?? null;
}

/** The inputs for recomputing shares, and how the results are shown. */
interface Basis {
  readonly terms: SplitTerms;
  readonly shown: (shares: readonly Share[]) => readonly Share[];
}

function keyOf({ partyKind: kind, partyId: id }: CostShareRow): string {
  return partyKey({ kind, id });
}

/** The stored inputs of the shares. */
function inputOf(terms: SplitTerms, pool: CostPoolRow, rows: readonly CostShareRow[]) {
  const usages = new Map(Object.entries(pool.usage ?? {}));
  const parties = rows.map((row) => {
    const id = keyOf(row);
    return { id, headcount: row.headcount ?? 0, usage: usages.get(id) ?? null };
  });
  const headsOutside = Math.max(0, ...rows.map(({ trace }) => headsOutsideIn(trace)));
  return { ...terms, total: pool.totalFen ?? 0n, parties, rotation: pool.rotation, headsOutside };
}

/** The share of a party, or what the source of the subsidy gives. @throws DomainError `NOT_FOUND` */
function shareOf(pool: CostPoolRow, shares: readonly Share[], party: string): Share {
  const share = shares.find((one) => one.party === party);
  if (share !== undefined) return share;
  if (subsidySource(readTerms(pool.terms)) !== party) throw new DomainError('NOT_FOUND');
  const trace = (shares[0]?.trace ?? []).filter(({ code }) => code === 'SUBSIDY_TAKEN');
  return { party, amount: pool.subsidyFen ?? 0n, trace };
}
