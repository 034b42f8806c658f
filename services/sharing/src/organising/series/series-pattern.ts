import { Injectable } from '@nestjs/common';
import type { PreviewSeriesRequest } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../../activities/actions.js';
import { ActivityAccess } from '../../activities/activity/activity-access.js';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { requireEditable } from '../../activities/activity/activity.model.js';
import { ActivityRepository } from '../../activities/activity/activity.repository.js';
import { parseRule, type SeriesRule } from './rule-text.js';
import { planSeries, type SeriesPlan } from './series-plan.js';

/** An activity with its planned series. */
export interface PlannedSeries {
  readonly pattern: ActivityRow;
  readonly rule: SeriesRule;
  readonly plan: SeriesPlan;
}

/** Plans a series: the preview and the creation are one plan (E43). */
@Injectable()
export class SeriesPattern {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
  ) {}

  /**
   * For those who manage the pattern and may draft activities of its organiser.
   * @param lock whether to lock the pattern until the transaction ends
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `ILLEGAL_TRANSITION` for a pattern that is over,
   * `ACTIVITY_IN_SERIES`, and what {@link parseRule} and {@link planSeries} refuse
   */
  async plan(tx: Transaction, request: PreviewSeriesRequest, lock: boolean): Promise<PlannedSeries> {
    tx.authorise(actions.seeActivity, {});
    const { activityId } = request;
    const pattern = await (lock
      ? this.activities.lockById(tx, activityId)
      : this.activities.findById(tx, activityId));
    if (pattern === null) throw new DomainError('NOT_FOUND');
    const { organiserKind: kind, organiserId: id, state } = pattern;
    await this.access.manage(tx, pattern, state === 'draft' ? actions.editDraft : actions.manageActivity);
    await this.access.organise(tx, { kind, id }, pattern.unionPath);
    requireEditable(state);
    if (pattern.seriesId !== null) throw new DomainError('ACTIVITY_IN_SERIES', { pointer: '/activityId' });
    const rule = parseRule(request.rule, pattern);
    const wish = { rule, except: request.except ?? [], holidays: request.holidays ?? 'keep' };
    return { pattern, rule, plan: planSeries(pattern, wish, tx.now) };
  }
}
