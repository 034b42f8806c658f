import { Injectable } from '@nestjs/common';
import {
  type CreateEfficacySurveyRequest,
  efficacySurveyContract,
  type EfficacySurveyRequest,
  type EfficacySurveyView,
  type ListEfficacySurveysRequest,
  type Page,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, mayDo, newId } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { closeKind, ClosingService } from './closing.service.js';
import { EfficacySources } from './efficacy-sources.js';
import { efficacySurveyView } from './efficacy-survey-view.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { openKind, OpeningService } from './opening.service.js';

@Injectable()
export class EfficacySurveyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly sources: EfficacySources,
    private readonly opening: OpeningService,
    private readonly closing: ClosingService,
  ) {}

  /**
   * @throws DomainError `REFERENCE_PENDING`, `PERIOD_EMPTY`, `SURVEY_WINDOW`, `ALREADY_EXISTS` for a day that the union
   * has asked about, `ILLEGAL_TRANSITION` for a system that is not published, and what the questions refuse
   */
  create(request: CreateEfficacySurveyRequest, call: CallContext): Promise<Outcome<EfficacySurveyView>> {
    return this.transactions.command(call, efficacySurveyContract.create, request, async (tx) => {
      const { union, questions } = await this.sources.ofNewSurvey(tx, request);
      const [opensAt, closesAt] = windowOf(request, tx.now);
      const row: EfficacySurveyRow = {
        id: newId(),
        version: 1,
        unionId: union.id,
        rootPath: union.path,
        name: request.name,
        indicatorSystemId: request.indicatorSystemId,
        periodFrom: request.from,
        periodTo: request.to,
        state: 'scheduled',
        questions,
        opensAt,
        closesAt,
        closedAt: null,
        createdAt: tx.now,
      };
      await this.surveys.insert(tx, row);
      await schedule(tx, { kind: openKind, key: row.id, at: opensAt });
      await schedule(tx, { kind: closeKind, key: row.id, at: closesAt });
      const isDue = opensAt <= tx.now;
      const view = await this.viewOf(tx, isDue ? await this.opening.open(tx, row) : row);
      tx.audit({ noun: 'efficacy-survey', id: row.id, before: null, after: { ...view } });
      return view;
    });
  }

  /** Ends a survey before its time. What is computed is the same. @throws DomainError `ILLEGAL_TRANSITION` */
  close(request: EfficacySurveyRequest, call: CallContext): Promise<Outcome<EfficacySurveyView>> {
    return this.transactions.command(call, efficacySurveyContract.close, request, async (tx) => {
      const survey = await this.surveys.lock(tx, request.efficacySurveyId);
      await this.sources.requireHolder(tx, survey);
      if (survey.state !== 'open') throw new DomainError('ILLEGAL_TRANSITION');
      return this.viewOf(tx, await this.closing.close(tx, survey));
    });
  }

  /** It is announced to all: what is asked, of when, and until when. */
  get(request: EfficacySurveyRequest, call: CallContext): Promise<EfficacySurveyView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      return this.viewOf(tx, await this.surveys.find(tx, request.efficacySurveyId));
    });
  }

  list(request: ListEfficacySurveysRequest, call: CallContext): Promise<Page<EfficacySurveyView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const views = await this.viewsOf(tx, await this.surveys.list(tx, request));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  private async viewOf(tx: Transaction, row: EfficacySurveyRow): Promise<EfficacySurveyView> {
    const [view] = await this.viewsOf(tx, [row]);
    if (view === undefined) throw new Error('each row has one view');
    return view;
  }

  private async viewsOf(tx: Transaction, rows: readonly EfficacySurveyRow[]): Promise<EfficacySurveyView[]> {
    const unions = await this.sources.unionsOf(tx, rows);
    const { actor } = tx.call;
    return rows.map((row) => {
      const union = unions.get(row.unionId);
      const subject = { paths: [union?.path ?? row.rootPath] };
      const mayHold = actor !== null && mayDo(actor, actions.holdEfficacySurvey, subject);
      return efficacySurveyView(row, { unionName: union?.name ?? '', mayHold });
    });
  }
}

/** @throws DomainError `PERIOD_EMPTY`, `SURVEY_WINDOW` */
function windowOf(request: CreateEfficacySurveyRequest, now: Date): [opensAt: Date, closesAt: Date] {
  if (request.from > request.to) throw new DomainError('PERIOD_EMPTY', { pointer: '/to' });
  const [opensAt, closesAt] = [new Date(request.opensAt), new Date(request.closesAt)];
  if (closesAt <= opensAt || closesAt <= now)
    throw new DomainError('SURVEY_WINDOW', { pointer: '/closesAt' });
  return [opensAt, closesAt];
}
