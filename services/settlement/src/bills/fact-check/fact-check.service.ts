import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  factCheckContract,
  type FactCheckView,
  type ListFactChecksRequest,
  type RepeatFactCheckRequest,
} from '@gongxiang/contracts/settlement/bills/fact-check.contract';
import type { AttendanceTotal } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { keepCopies, scheduleAll } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions } from '../actions.js';
import { ActivityCloseRow } from '../../agreements/activity/activity.entity.js';
import { ActivityRepository } from '../../agreements/activity/activity.repository.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { FactCheckRow } from './fact-check.entity.js';
import { factProblem } from './fact-check.model.js';
import { type FactCheckLine, FactCheckRepository } from './fact-check.repository.js';

/** The due work of comparing the facts of an activity, by its id. */
export const factCheckDue = 'fact-check';
/** What is on its way is not lost: facts and close come one after the other. */
const arrivalMs = 30_000;

/** E30: nothing is counted here; what is here is compared with what was counted where people came. */
@Injectable()
export class FactCheckService {
  constructor(
    private readonly transactions: Transactions,
    private readonly checks: FactCheckRepository,
    private readonly activities: ActivityRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(factCheckContract.list)
  list(request: ListFactChecksRequest, call: CallContext): Promise<Page<FactCheckView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.checks.list(tx, request, reachOf(call.actor, actions.seeFactChecks));
      const cursorOf = ({ activityId }: FactCheckView): string[] => [activityId];
      return toPage(rows.map(viewOf), { limit: request.limit, cursorOf });
    });
  }

  /** Compares at once, for whoever has just seen to it. @throws DomainError `FACTS_INCOMPLETE` before the close is here */
  @Handles(factCheckContract.repeat)
  repeat({ activityId }: RepeatFactCheckRequest, call: CallContext): Promise<Outcome<FactCheckView>> {
    return this.transactions.command(call, factCheckContract.repeat, { activityId }, async (tx) => {
      const activity = await this.activities.find(tx, activityId);
      const union = activity === null ? null : await this.references.union(tx, activity.unionId);
      tx.authorise(actions.repeatFactCheck, { paths: union === null ? [] : [union.path] });
      await this.check(tx, activityId);
      const line = await this.checks.line(tx, activityId);
      if (line === null) throw new DomainError('FACTS_INCOMPLETE', { retryAfterSeconds: 5 });
      return viewOf(line);
    });
  }

  /** To be compared soon: a fact or a total has come. */
  async expect(tx: Transaction, activityIds: readonly string[]): Promise<void> {
    const at = new Date(tx.now.getTime() + arrivalMs);
    tx.send(
      scheduleAll(
        tx,
        activityIds.map((key) => ({ kind: factCheckDue, key, at })),
      ),
    );
  }

  /** What was told at night stands in for a close that never came; an older one changes nothing. */
  async totalled(tx: Transaction, totals: readonly AttendanceTotal[]): Promise<void> {
    tx.send(
      keepCopies(
        tx,
        ActivityCloseRow,
        totals.map(({ closedAt, ...total }) => ({ ...total, closedAt: new Date(closedAt) })),
      ),
    );
    await this.expect(
      tx,
      totals.map(({ activityId }) => activityId),
    );
  }

  /** Nothing where the activity is not closed yet, as far as is known here. */
  async check(tx: Transaction, activityId: string): Promise<void> {
    const close = await tx.sql.findOneBy(ActivityCloseRow, { activityId });
    if (close === null) return;
    const before = await this.checks.find(tx, activityId);
    const row = await this.compare(tx, close, before?.since ?? tx.now);
    await this.checks.save(tx, row);
    const [had, has] = [before?.problem ?? null, row.problem];
    if (had !== has)
      tx.audit({ noun: 'factCheck', id: activityId, before: { problem: had }, after: { problem: has } });
  }

  /** @param since when a problem that is still there has begun */
  private async compare(tx: Transaction, close: ActivityCloseRow, since: Date): Promise<FactCheckRow> {
    const { activityId, factCount: toldCount, factsHash: toldHash } = close;
    const here = await this.checks.here(tx, activityId);
    const pool = await this.checks.pool(tx, activityId);
    const told = { count: toldCount, hash: toldHash };
    const problem = factProblem({ told, here, poolHash: pool === null ? null : pool.hash });
    return {
      activityId,
      toldCount,
      toldHash,
      costPoolId: pool === null ? null : pool.id,
      problem,
      hereCount: here.count,
      hereHeads: here.heads,
      hereHash: here.hash,
      since: problem === null ? null : since,
      checkedAt: tx.now,
    };
  }
}

function viewOf({ since, checkedAt, ...line }: FactCheckLine): FactCheckView {
  return { ...line, since: since?.toISOString() ?? null, checkedAt: checkedAt.toISOString() };
}
