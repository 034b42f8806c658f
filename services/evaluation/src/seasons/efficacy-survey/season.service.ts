import { Injectable } from '@nestjs/common';
import {
  type ChangeEfficacySurveyRequest,
  efficacySurveyContract,
  type EfficacySurveyIdRequest,
  type EfficacySurveyView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { type CallContext, DomainError, mayDo } from '@gongxiang/domain';
import { OnDue, scheduleAll, unschedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { closeKind, ClosingService } from './closing.service.js';
import { EfficacySources } from './efficacy-sources.js';
import { efficacySurveyView } from './efficacy-survey-view.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { openKind, OpeningService } from './opening.service.js';

/** Schedules seasons; until a season opens it can be moved or cancelled. */
@Injectable()
export class SeasonService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly sources: EfficacySources,
    private readonly opening: OpeningService,
    private readonly closing: ClosingService,
  ) {}

  /** Schedules the opening, which may be now. @param survey scheduled, and locked or just created */
  async plan(tx: Transaction, survey: EfficacySurveyRow): Promise<EfficacySurveyRow> {
    await scheduleAll(tx, [
      { kind: openKind, key: survey.id, at: survey.opensAt },
      { kind: closeKind, key: survey.id, at: survey.closesAt },
    ]);
    return survey.opensAt <= tx.now ? this.opening.open(tx, survey) : survey;
  }

  /** Absent fields stay unchanged. @throws DomainError `SEASON_OPENED`, `SURVEY_WINDOW` */
  @Handles(efficacySurveyContract.change)
  change(request: ChangeEfficacySurveyRequest, call: CallContext): Promise<Outcome<EfficacySurveyView>> {
    return this.transactions.command(call, efficacySurveyContract.change, request, async (tx) => {
      const before = await this.lockScheduled(tx, request);
      requireVersion(tx, before.version);
      const [opensAt, closesAt] = windowOf(
        {
          opensAt: request.opensAt ?? before.opensAt.toISOString(),
          closesAt: request.closesAt ?? before.closesAt.toISOString(),
        },
        tx.now,
      );
      const name = request.name ?? before.name;
      const row = { ...before, name, opensAt, closesAt, version: before.version + 1 };
      await this.surveys.update(tx, row);
      tx.audit({ noun: 'efficacy-survey', id: row.id, before: termsOf(before), after: termsOf(row) });
      return this.viewOf(tx, await this.plan(tx, row));
    });
  }

  /** Cancels a season before anybody was asked; the same days may be used again. @throws DomainError `SEASON_OPENED` */
  @Handles(efficacySurveyContract.cancel)
  cancel(request: EfficacySurveyIdRequest, call: CallContext): Promise<Outcome<EfficacySurveyView>> {
    return this.transactions.command(call, efficacySurveyContract.cancel, request, async (tx) => {
      const before = await this.lockScheduled(tx, request);
      requireVersion(tx, before.version);
      const row = { ...before, state: 'cancelled' as const, version: before.version + 1 };
      await this.surveys.update(tx, row);
      for (const kind of [openKind, closeKind]) await unschedule(tx, kind, row.id);
      tx.audit({
        noun: 'efficacy-survey',
        id: row.id,
        before: { state: before.state },
        after: { state: row.state },
      });
      return this.viewOf(tx, row);
    });
  }

  @OnDue(openKind)
  async openDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    // It was moved in the meantime and becomes due again.
    if (survey.state === 'scheduled' && survey.opensAt <= tx.now) await this.opening.open(tx, survey);
  }

  /** After an outage both ends may be due at once, in either order. */
  @OnDue(closeKind)
  async closeDue(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.lock(tx, surveyId);
    if (survey.closesAt > tx.now) return;
    if (survey.state === 'scheduled') await this.closing.begin(tx, await this.opening.open(tx, survey));
    if (survey.state === 'open') await this.closing.begin(tx, survey);
  }

  async viewOf(tx: Transaction, row: EfficacySurveyRow): Promise<EfficacySurveyView> {
    const [view] = await this.viewsOf(tx, [row]);
    if (view === undefined) throw new Error('each row has one view');
    return view;
  }

  async viewsOf(tx: Transaction, rows: readonly EfficacySurveyRow[]): Promise<EfficacySurveyView[]> {
    const unions = await this.sources.unionsOf(tx, rows);
    const { actor } = tx.call;
    return rows.map((row) => {
      const union = unions.get(row.unionId);
      const subject = { paths: [union?.path ?? row.rootPath] };
      const mayHold = actor !== null && mayDo(actor, actions.holdEfficacySurvey, subject);
      return efficacySurveyView(row, { unionName: union?.name ?? '', mayHold });
    });
  }

  private async lockScheduled(tx: Transaction, request: EfficacySurveyIdRequest): Promise<EfficacySurveyRow> {
    const survey = await this.surveys.lock(tx, request.efficacySurveyId);
    await this.sources.requireHolder(tx, survey);
    if (survey.state !== 'scheduled') throw new DomainError('SEASON_OPENED');
    return survey;
  }
}

/** @throws DomainError `SURVEY_WINDOW` */
export function windowOf(
  request: { readonly opensAt: string; readonly closesAt: string },
  now: Date,
): [opensAt: Date, closesAt: Date] {
  const [opensAt, closesAt] = [new Date(request.opensAt), new Date(request.closesAt)];
  if (closesAt <= opensAt || closesAt <= now)
    throw new DomainError('SURVEY_WINDOW', { pointer: '/closesAt' });
  return [opensAt, closesAt];
}

function termsOf({ name, opensAt, closesAt }: EfficacySurveyRow): Record<string, string> {
  return { name, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() };
}
