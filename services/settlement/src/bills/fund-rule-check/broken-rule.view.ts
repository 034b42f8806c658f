import { Injectable } from '@nestjs/common';
import type {
  BrokenRuleView,
  FundMeasure,
  FundRuleOverrideView,
} from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { mayDo, partyKey, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { CostItemRow, CostPoolRow } from '../cost-pool/cost-pool.entity.js';
import type { FundRuleOverrideRow, FundRuleSetRow } from '../../agreements/fund-rule/fund-rule.entity.js';
import { FundRuleRepository } from '../../agreements/fund-rule/fund-rule.repository.js';
import type { Breach } from '../../agreements/fund-rule/judgement.model.js';
import { personName } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { liftingPaths, mayStillLift } from './lifting.model.js';

/** A rule set with its owning union. */
export interface OwnedSet {
  readonly row: FundRuleSetRow;
  readonly unionName: string;
  readonly path: string;
}

interface Broken {
  readonly setId: string;
  readonly ruleKey: string;
  readonly itemId: string;
  readonly measure: FundMeasure;
  readonly allowed: bigint;
  readonly actual: bigint;
  readonly overFen: bigint;
}

/** Builds views of breaches and of their overrides. */
@Injectable()
export class BrokenRuleViews {
  constructor(
    private readonly sets: FundRuleRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Sets with their owning unions, by set id. */
  async setsWithOwners(tx: Transaction, setIds: readonly string[]): Promise<Map<string, OwnedSet>> {
    const rows = await this.sets.byIds(tx, [...new Set(setIds)]);
    const keyOf = ({ unionId }: FundRuleSetRow): string => partyKey({ kind: 'union', id: unionId });
    const unions = await this.references.parties(tx, [...new Set(rows.map(keyOf))]);
    return new Map(
      rows.map((row) => {
        const union = unions.get(keyOf(row));
        return [row.id, { row, unionName: union?.name ?? row.unionId, path: union?.unionPath ?? '' }];
      }),
    );
  }

  brokenView(broken: Broken, set: OwnedSet | undefined, itemTitle: string | null): BrokenRuleView {
    const { setId, ruleKey, itemId, measure, allowed, actual, overFen } = broken;
    const rule = set?.row.rules.find(({ key }) => key === ruleKey);
    // Published sets and their rules are never deleted, so both must exist.
    if (set === undefined || rule === undefined) throw new Error(`fund rule ${ruleKey} of ${setId} is gone`);
    return {
      setId,
      setName: set.row.name,
      unionName: set.unionName,
      ruleKey,
      kind: rule.kind,
      source: rule.source,
      itemId,
      itemTitle,
      measure,
      allowed: String(allowed),
      actual: String(actual),
      overAmount: toWire(overFen),
    };
  }

  /** The paths at which the right to withdraw this override is checked. */
  async liftingPathsOf(tx: Transaction, { setId, unionId }: FundRuleOverrideRow): Promise<string[]> {
    const set = (await this.setsWithOwners(tx, [setId])).get(setId);
    const payer = (await this.references.pathsOf(tx, [unionId])).get(unionId);
    return liftingPaths(payer ?? '', set?.path ?? '');
  }

  /** The overrides of a pool as the caller sees them. */
  async overrideViews(
    tx: Transaction,
    pool: CostPoolRow,
    rows: readonly FundRuleOverrideRow[],
  ): Promise<FundRuleOverrideView[]> {
    if (rows.length === 0) return [];
    const sets = await this.setsWithOwners(
      tx,
      rows.map(({ setId }) => setId),
    );
    const people = await this.references.namesOf(
      tx,
      rows.flatMap(({ liftedBy, withdrawnBy }) => [liftedBy, withdrawnBy]),
    );
    const payers = await this.references.pathsOf(tx, [...new Set(rows.map(({ unionId }) => unionId))]);
    return rows.map((row) => {
      const set = sets.get(row.setId);
      const paths = liftingPaths(payers.get(row.unionId) ?? '', set?.path ?? '');
      const isLive = row.withdrawnAt === null && mayStillLift(pool.state);
      return {
        ...this.brokenView(row, set, row.itemTitle),
        id: row.id,
        reason: row.reason,
        liftedBy: row.liftedBy,
        liftedByName: personName(row.liftedBy, people),
        liftedAt: row.liftedAt.toISOString(),
        withdrawnBy: row.withdrawnBy,
        withdrawnByName: personName(row.withdrawnBy, people),
        withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
        mayWithdraw: isLive && mayLiftAt(tx, paths),
      };
    });
  }
}

/** Whether the caller may waive a breach at these paths. */
export function mayLiftAt(tx: Transaction, paths: readonly string[]): boolean {
  const { actor } = tx.call;
  return actor !== null && mayDo(actor, actions.liftFundRule, { paths });
}

export function brokenBy(breach: Breach): Broken {
  const { setId, place: itemId, measure, allowed, actual, overFen } = breach;
  return { setId, ruleKey: breach.rule.key, itemId, measure, allowed, actual, overFen };
}

export function titleOf(items: readonly CostItemRow[], itemId: string): string | null {
  return items.find(({ id }) => id === itemId)?.title ?? null;
}
