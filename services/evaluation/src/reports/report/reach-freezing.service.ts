import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { hourMs, shanghaiDate } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { continueTrace } from '@gongxiang/observability';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { daysOf, type ReachPeriod } from '../../reference/subject/reach-period.model.js';
import { periodName, periodsOver } from './reach.model.js';
import { freezeReach, type FrozenReach } from './reach-tree.model.js';
import { ReachRepository } from './reach.repository.js';

/** Due work: freezes the published reach of past periods. There is a single row of it. */
const freezeKind = 'reach-freeze';
const freezeKey = 'all';
/** Of the rule: another one would not make the decisions that stand. */
const ruleVersion = 1;
const pauseMs = hourMs;

/** Freezes each quarter and year once, a week after its end. */
@Injectable()
export class ReachFreezing implements OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly reach: ReachRepository,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.transactions.system(continueTrace(undefined), (tx) => this.scheduleNext(tx, tx.now));
  }

  /** One period at a time: what is still to be done is noted for at once. */
  @OnDue(freezeKind)
  async freezeDue(tx: Transaction): Promise<void> {
    const next = await this.next(tx);
    if (next !== null) await this.freeze(tx, next);
    await this.scheduleNext(tx, next === null ? new Date(tx.now.getTime() + pauseMs) : tx.now);
  }

  private scheduleNext(tx: Transaction, at: Date): Promise<void> {
    return schedule(tx, { kind: freezeKind, key: freezeKey, at });
  }

  /** The first that is over and not frozen, of those since the first activity. */
  private async next(tx: Transaction): Promise<ReachPeriod | null> {
    const firstEnd = await this.reach.firstEnd(tx);
    if (firstEnd === null) return null;
    const first = shanghaiDate(firstEnd);
    const frozen = await this.reach.frozenPeriods(tx);
    const over = periodsOver(Number(first.slice(0, 4)), shanghaiDate(tx.now));
    return over.find((period) => daysOf(period).to >= first && !frozen.has(periodName(period))) ?? null;
  }

  private async freeze(tx: Transaction, period: ReachPeriod): Promise<void> {
    const unions = await this.reach.unions(tx);
    const groups = await this.reach.groups(tx, daysOf(period));
    const cells = freezeReach(unions, groups, await this.quartersOf(tx, period));
    const own = new Map<string, number>();
    for (const { unionId, members } of groups) own.set(unionId, (own.get(unionId) ?? 0) + members);
    const name = periodName(period);
    await this.reach.insert(
      tx,
      { period: name, version: ruleVersion, frozenAt: tx.now },
      unions.map((union) => ({ ...union, period: name, ownMembers: own.get(union.unionId) ?? 0 })),
      cells.map((cell) => ({ ...cell, period: name })),
    );
  }

  private async quartersOf(tx: Transaction, { year, quarter }: ReachPeriod): Promise<readonly FrozenReach[]> {
    if (quarter !== undefined) return [];
    const found: FrozenReach[] = [];
    for (const one of [1, 2, 3, 4]) {
      const frozen = await this.reach.frozen(tx, periodName({ year, quarter: one }));
      if (frozen !== null) found.push(frozen);
    }
    return found;
  }
}
