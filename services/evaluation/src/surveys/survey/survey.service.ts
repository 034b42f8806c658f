import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type CreateSurveyRequest,
  type ListMySurveysRequest,
  type ListSurveysRequest,
  type ListSurveyTextsRequest,
  type MySurveyView,
  surveyContract,
  type SurveyKeysView,
  type SurveyIdRequest,
  type SurveyResultsView,
  type SurveyTextView,
  type SurveyView,
  textsPerBatch,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { decodeCursor, requireVersion, rowsFor, toPage, Transactions } from '@gongxiang/persistence';
import { actions as systemsActions } from '../../systems/actions.js';
import { actions } from '../actions.js';
import { pathsFor } from '../../reference/reading-paths.js';
import { SurveyClosingService } from './survey-closing.service.js';
import { SurveyOpener } from './survey-opener.js';
import { SurveySources } from './survey-sources.js';
import { requireResults, resultsView, surveyKeysView, surveyView } from './survey-view.js';
import { SurveyRepository } from './survey.repository.js';

@Injectable()
export class SurveyService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: SurveyRepository,
    private readonly sources: SurveySources,
    private readonly closing: SurveyClosingService,
    private readonly opener: SurveyOpener,
  ) {}

  @Handles(surveyContract.create)
  create(request: CreateSurveyRequest, call: CallContext): Promise<Outcome<SurveyView>> {
    return this.transactions.command(call, surveyContract.create, request, async (tx) => {
      const { activity, system } = await this.sources.ofNewSurvey(tx, request);
      const [opensAt, closesAt] = [new Date(request.opensAt), new Date(request.closesAt)];
      if (closesAt <= opensAt || closesAt <= tx.now)
        throw new DomainError('SURVEY_WINDOW', { pointer: '/closesAt' });
      const questions = request.questions ?? [];
      const row = await this.opener.open(tx, {
        activity,
        system,
        questions,
        opensAt,
        closesAt,
        planId: null,
      });
      const view = surveyView(row, tx.now);
      tx.audit({ noun: 'survey', id: row.id, before: null, after: { ...view } });
      return view;
    });
  }

  /** Ends a survey early and counts its answers now, in the same way as at its regular end. */
  @Handles(surveyContract.close)
  close(request: SurveyIdRequest, call: CallContext): Promise<Outcome<SurveyView>> {
    return this.transactions.command(call, surveyContract.close, request, async (tx) => {
      const survey = await this.surveys.lock(tx, request.surveyId);
      await this.sources.requireHolder(tx, survey);
      requireVersion(tx, survey.version);
      if (survey.state !== 'open') throw new DomainError('ILLEGAL_TRANSITION');
      return surveyView(await this.closing.begin(tx, survey), tx.now);
    });
  }

  @Handles(surveyContract.get)
  get(request: SurveyIdRequest, call: CallContext): Promise<SurveyView> {
    return this.transactions.read(call, async (tx) => {
      const survey = await this.surveys.find(tx, request.surveyId);
      await this.sources.requireReader(tx, survey);
      const answered = await this.surveys.answered(tx, [survey.id]);
      return surveyView(survey, tx.now, answered.get(survey.id));
    });
  }

  /** Returns the same keys to everybody who knows its id. */
  @Handles(surveyContract.keys)
  keys(request: SurveyIdRequest, call: CallContext): Promise<SurveyKeysView> {
    return this.transactions.read(call, async (tx) =>
      surveyKeysView(await this.surveys.find(tx, request.surveyId)),
    );
  }

  @Handles(surveyContract.list)
  list(request: ListSurveysRequest, call: CallContext): Promise<Page<SurveyView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const reader = { personId: tx.personId, paths: pathsFor(tx, actions.seeSurvey) };
      const rows = await this.surveys.list(tx, request, reader);
      const answered = await this.surveys.answered(
        tx,
        rows.map(({ id }) => id),
      );
      const views = rows.map((row) => surveyView(row, tx.now, answered.get(row.id)));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(surveyContract.listMine)
  listMine(request: ListMySurveysRequest, call: CallContext): Promise<Page<MySurveyView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(systemsActions.seePublished, {});
      const rows = await this.surveys.listAnswerable(tx, tx.personId, request);
      const views = rows.map((row) => ({
        ...row,
        opensAt: row.opensAt.toISOString(),
        closesAt: row.closesAt.toISOString(),
      }));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** Not available to anybody while it is open: a running total would reveal the last answer (E127, E130). */
  @Handles(surveyContract.results)
  results(request: SurveyIdRequest, call: CallContext): Promise<SurveyResultsView> {
    return this.transactions.read(call, async (tx) => {
      const survey = await this.surveys.find(tx, request.surveyId);
      await this.sources.requireReader(tx, survey);
      requireResults(survey);
      const results = await this.surveys.results(tx, survey.id);
      return resultsView(survey, results, await this.surveys.texts(tx, survey.id, textsPerBatch));
    });
  }

  /** The published texts of one question, batch by batch. @throws DomainError `SURVEY_OPEN`, `SURVEY_VOID` */
  @Handles(surveyContract.listTexts)
  listTexts(request: ListSurveyTextsRequest, call: CallContext): Promise<Page<SurveyTextView>> {
    return this.transactions.read(call, async (tx) => {
      const survey = await this.surveys.find(tx, request.surveyId);
      await this.sources.requireReader(tx, survey);
      requireResults(survey);
      const from = Number(decodeCursor(request.cursor, 1)?.[0] ?? 0);
      if (!Number.isSafeInteger(from)) throw new DomainError('CURSOR_INVALID');
      const question = { surveyId: survey.id, key: request.question };
      const rows = await this.surveys.textsFrom(tx, question, from, rowsFor(request.limit));
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ place }) => [String(place)] });
      return { ...page, items: page.items.map(({ text }) => ({ text })) };
    });
  }
}
