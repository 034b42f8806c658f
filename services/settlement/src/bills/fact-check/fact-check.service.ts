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
import { storeCopies, scheduleAll } from '@gongxiang/messaging/events';
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
/** Grace period for events in flight: facts and the close arrive one after the other. */
const arrivalMs = 30_000;

/** E30: compares the local copies of attendance facts with the totals that sharing counted. */
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

  /**
   * Compares at once, for a user who has just fixed a problem.
   * @throws DomainError `FACTS_INCOMPLETE` before the close has arrived
   */
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

  /** Schedules a comparison after a fact or a total has arrived. */
  async expect(tx: Transaction, activityIds: readonly string[]): Promise<void> {
    const at = new Date(tx.now.getTime() + arrivalMs);
    tx.send(
      scheduleAll(
        tx,
        activityIds.map((key) => ({ kind: factCheckDue, key, at })),
      ),
    );
  }

  /** A nightly total replaces a close event that was lost; an older one is ignored. */
  async totalled(tx: Transaction, totals: readonly AttendanceTotal[]): Promise<void> {
    tx.send(
      storeCopies(
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

  /** Does nothing until the close of the activity has arrived. */
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

  /** @param since when a persisting problem began */
  private async compare(tx: Transaction, close: ActivityCloseRow, since: Date): Promise<FactCheckRow> {
    const { activityId, factCount: toldCount, factsHash: toldHash } = close;
    const local = await this.checks.localTotal(tx, activityId);
    const pool = await this.checks.pool(tx, activityId);
    const reported = { count: toldCount, hash: toldHash };
    const problem = factProblem({ reported, local, poolHash: pool === null ? null : pool.hash });
    return {
      activityId,
      toldCount,
      toldHash,
      costPoolId: pool === null ? null : pool.id,
      problem,
      hereCount: local.count,
      hereHeads: local.heads,
      hereHash: local.hash,
      since: problem === null ? null : since,
      checkedAt: tx.now,
    };
  }
}

function viewOf({ since, checkedAt, ...line }: FactCheckLine): FactCheckView {
  return { ...line, since: since?.toISOString() ?? null, checkedAt: checkedAt.toISOString() };
}
