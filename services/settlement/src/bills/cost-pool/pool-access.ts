import { Injectable } from '@nestjs/common';
import type {
  CostPoolSummaryView,
  CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { type ActionRule, DomainError, partyKey, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../reference/actions.js';
import { ActivityRepository } from '../../agreements/activity/activity.repository.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { partiesOf, subsidySource } from '../../agreements/agreement/verdict.model.js';
import { awaitsMayChange, costPoolAwaitsDue } from '../../reference/awaits-due.js';
import { authoriseAct, authoriseLook } from '../../reference/bookkeeping.js';
import { namedParty, nameOf, personName, withNames } from '../../reference/named-party.js';
import { type PersonNames, ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { traceText } from '../../splits/split/split-trace.model.js';
import type { CostPoolRow } from './cost-pool.entity.js';
import { CostPoolRepository } from './cost-pool.repository.js';
import { requireActivity } from './cost-pool.model.js';
import { isPoolAwaited } from './pool-awaits.model.js';
import { PoolChainRepository, type PoolStepDraft } from './pool-chain.repository.js';

/** Locking, authorising, saving and showing cost pools; shared by the use cases of a pool. */
@Injectable()
export class PoolAccess {
  constructor(
    private readonly pools: CostPoolRepository,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
    private readonly chain: PoolChainRepository,
  ) {}

  /**
   * Locks the pool until the commit, after the pool that it supplements, so that changes to a chain are serialised.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, id: string): Promise<CostPoolRow> {
    const seen = await this.pools.findById(tx, id);
    if (seen?.supplementOf) await this.pools.lockById(tx, seen.supplementOf);
    const pool = await this.pools.lockById(tx, id);
    if (pool === null) throw new DomainError('NOT_FOUND');
    return pool;
  }

  /** Appends a step to the history of a locked pool. @param step `doneBy` if it was not the caller */
  async recordStep(
    tx: Transaction,
    { id: costPoolId }: Pick<CostPoolRow, 'id'>,
    kind: PoolStepKind,
    step: Partial<Omit<PoolStepDraft, 'costPoolId' | 'kind'>> = {},
  ): Promise<void> {
    await this.chain.addSteps(tx, [{ costPoolId, kind, ...step, doneBy: step.doneBy ?? tx.personId }]);
  }

  /** Locks the pool for a caller who may see it. @throws DomainError `NOT_FOUND` */
  async lockVisible(tx: Transaction, id: string): Promise<CostPoolRow> {
    await authoriseLook(tx, actions.seeCostPool, await this.pools.pathsOf(tx, id));
    return this.lock(tx, id);
  }

  /**
   * Authorises an act on a pool at one of its unions (the organiser's, or that of an item's payer), including acts by
   * the union that keeps its books.
   * @param amountFen the amount of the act; defaults to the pool's total
   */
  async authorise(
    tx: Transaction,
    pool: CostPoolRow,
    rule: ActionRule,
    unionId: string,
    amountFen: bigint | null = pool.totalFen,
  ): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    const seenBy = { rule: actions.seeCostPool, paths: await this.pools.pathsOf(tx, pool.id) };
    const about = { kind: 'costPool', aboutId: pool.id } as const;
    await authoriseAct(tx, rule, { ...about, paths: [path], seenBy, amountFen });
  }

  /** Opens a new pool to the unions behind its parties, its union and its source of subsidy. */
  async openToParties(tx: Transaction, row: CostPoolRow): Promise<void> {
    const parties = await this.references.parties(tx, partiesOf(readTerms(row.terms)));
    const unionIds = [row.unionId, ...[...parties.values()].map(({ unionId }) => unionId)];
    await this.pools.openTo(tx, row.id, [...new Set(unionIds)]);
  }

  /** Saves the next version of the pool, audits the change and sends hints. */
  async save(tx: Transaction, before: CostPoolRow, changes: Partial<CostPoolRow>): Promise<CostPoolRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.pools.update(tx, row);
    tx.audit({ noun: 'costPool', id: row.id, before: recordOf(before), after: recordOf(row) });
    if (isPoolAwaited(row) || isPoolAwaited(before)) await awaitsMayChange(tx, costPoolAwaitsDue, row.id);
    await this.hint(tx, row, before.submittedBy);
    return row;
  }

  /**
   * Hints the pages of those who may see the pool, which includes its approvers, and of the person who submitted it.
   */
  async hint(
    tx: Transaction,
    { id, version }: CostPoolRow,
    submittedBy: string | null = null,
  ): Promise<void> {
    const paths = await this.pools.pathsOf(tx, id);
    const audience = {
      rule: actions.seeCostPool,
      paths,
      personIds: submittedBy === null ? [] : [submittedBy],
    };
    await this.hints.send(tx, { resource: 'costPool', id, version }, audience);
  }

  /** The same for several pools. */
  async hintAll(
    tx: Transaction,
    pools: readonly Pick<CostPoolRow, 'id' | 'version' | 'submittedBy'>[],
  ): Promise<void> {
    const pathsOf = await this.pools.pathsOfAll(
      tx,
      pools.map(({ id }) => id),
    );
    const hints = pools.map(({ id, version, submittedBy }) => ({
      hint: { resource: 'costPool', id, version },
      paths: pathsOf.get(id) ?? [],
      personIds: submittedBy === null ? [] : [submittedBy],
    }));
    await this.hints.sendAll(tx, actions.seeCostPool, hints);
  }

  /** Deletes the computed shares because their inputs changed. */
  async reopenShares(tx: Transaction, pool: CostPoolRow): Promise<CostPoolRow> {
    await this.pools.replaceShares(tx, pool.id, []);
    return this.save(tx, pool, {
      totalFen: null,
      subsidyFen: null,
      factsHash: null,
      earlier: null,
      usage: null,
      usageReason: null,
    });
  }

  async view(tx: Transaction, pool: CostPoolRow): Promise<CostPoolView> {
    const shares = await this.pools.sharesOf(tx, pool.id);
    const terms = readTerms(pool.terms);
    const source = subsidySource(terms);
    const parties = terms.parties.map(partyKey);
    const keys = [...parties, unionKey(pool), ...(source === null ? [] : [source])];
    const names = await this.references.parties(tx, [...new Set(keys)]);
    const people = await this.references.namesOf(tx, [pool.submittedBy, pool.approvedBy]);
    const title = await this.titleOf(tx, pool);
    return {
      ...summaryOf(pool, { title, unionName: nameOf(unionKey(pool), names), people }),
      parties: parties.map((key) => namedParty(key, names)),
      preparedBy: await this.chain.preparersOf(tx, pool.id),
      subsidySource: source === null ? null : namedParty(source, names),
      shares: shares.map(({ partyKind: kind, partyId: id, amountFen, returnedFen, headcount, trace }) => ({
        party: namedParty(partyKey({ kind, id }), names),
        amount: toWire(amountFen),
        returned: toWire(returnedFen),
        headcount,
        trace: trace.map((step) =>
          traceText({ ...step, params: withNames(step.params, names) }, tx.call.locale),
        ),
      })),
    };
  }

  async summaries(tx: Transaction, rows: readonly CostPoolRow[]): Promise<CostPoolSummaryView[]> {
    const ids = rows.flatMap(({ activityId }) => activityId ?? []);
    const titles = await this.activities.titlesOf(tx, [...new Set(ids)]);
    const names = await this.references.parties(tx, [...new Set(rows.map(unionKey))]);
    const people = await this.references.namesOf(
      tx,
      rows.flatMap(({ submittedBy, approvedBy }) => [submittedBy, approvedBy]),
    );
    return rows.map((row) => {
      const title = row.title ?? titles.get(row.activityId ?? '') ?? '';
      return summaryOf(row, { title, unionName: nameOf(unionKey(row), names), people });
    });
  }

  /** Of its activity, or of the shared bill itself. */
  async titleOf(tx: Transaction, pool: Pick<CostPoolRow, 'activityId' | 'title'>): Promise<string> {
    return pool.title ?? (await this.activities.activity(tx, requireActivity(pool))).title;
  }
}

function unionKey({ unionId }: CostPoolRow): string {
  return partyKey({ kind: 'union', id: unionId });
}

interface PoolNames {
  readonly title: string;
  readonly unionName: string;
  readonly people: PersonNames;
}

function summaryOf(row: CostPoolRow, { title, unionName, people }: PoolNames): CostPoolSummaryView {
  const { id, version, kind, activityId, spentOn, unionId, supplementOf, state, rotation } = row;
  const { agreementId, agreementVersion } = row;
  const { submittedBy, approvedBy, entryId, returnReason } = row;
  return {
    id,
    version,
    kind,
    activityId,
    title,
    spentOn,
    unionId,
    unionName,
    supplementOf,
    agreementId,
    agreementVersion,
    state,
    rotation,
    total: row.totalFen === null ? null : toWire(row.totalFen),
    subsidy: row.subsidyFen === null ? null : toWire(row.subsidyFen),
    submittedBy,
    approvedBy,
    entryId,
    returnReason,
    submittedByName: personName(submittedBy, people),
    approvedByName: personName(approvedBy, people),
    createdAt: row.createdAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
  };
}

function recordOf({
  state,
  version,
  totalFen,
  subsidyFen,
  factsHash,
  returnReason,
}: CostPoolRow): Record<string, unknown> {
  return {
    state,
    version,
    factsHash,
    returnReason,
    totalFen: totalFen === null ? null : String(totalFen),
    subsidyFen: subsidyFen === null ? null : String(subsidyFen),
  };
}
