import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type EfficacyAnswerView,
  efficacySurveyContract,
  type EfficacySurveyKeysView,
  type EfficacySurveyIdRequest,
  type EfficacySurveyResultsView,
  type ListEfficacyAnswersRequest,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { CallContext } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../../systems/actions.js';
import {
  answerView,
  efficacyKeysView,
  frozenOn,
  type FrozenSeason,
  kindResults,
} from './efficacy-survey-view.js';
import type { EfficacySurveyRow } from './efficacy-survey.entity.js';
import { EfficacySurveyRepository } from './efficacy-survey.repository.js';
import { PoolRepository } from './pool.repository.js';

/** What was frozen at the close: for everybody in the network. Before it there is nothing, for nobody (E127, E130). */
@Injectable()
export class ResultsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly surveys: EfficacySurveyRepository,
    private readonly pools: PoolRepository,
  ) {}

  @Handles(efficacySurveyContract.results)
  results(request: EfficacySurveyIdRequest, call: CallContext): Promise<EfficacySurveyResultsView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      const survey = await this.surveys.find(tx, request.efficacySurveyId);
      const { id: efficacySurveyId } = survey;
      if (survey.state !== 'closed') return { efficacySurveyId, frozenOn: null, previous: null, kinds: [] };
      const previous = await this.surveys.previousOf(tx, survey);
      const before = previous === null ? null : await this.frozen(tx, previous);
      return {
        efficacySurveyId,
        frozenOn: frozenOn(survey),
        previous: previous === null ? null : { id: previous.id, name: previous.name },
        kinds: kindResults(await this.frozen(tx, survey), before),
      };
    });
  }

  /** The keys that sign tokens and that answers are sealed to; the same for everybody. */
  @Handles(efficacySurveyContract.keys)
  keys({ efficacySurveyId }: EfficacySurveyIdRequest, call: CallContext): Promise<EfficacySurveyKeysView> {
    return this.transactions.read(call, async (tx) => {
      const survey = await this.surveys.find(tx, efficacySurveyId);
      return efficacyKeysView(survey, await this.pools.withKeys(tx, survey.id));
    });
  }

  /** Those who gave their name, and pools. While it is open there are none. */
  @Handles(efficacySurveyContract.listAnswers)
  listAnswers(request: ListEfficacyAnswersRequest, call: CallContext): Promise<Page<EfficacyAnswerView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seePublished, {});
      await this.surveys.find(tx, request.efficacySurveyId);
      const rows = await this.surveys.listAnswers(tx, request);
      const { items, nextCursor } = toPage(rows, {
        limit: request.limit,
        cursorOf: ({ kind, dimension, key }) => [kind, dimension, key],
      });
      return { items: items.map(answerView), nextCursor };
    });
  }

  private async frozen(tx: Transaction, { id }: EfficacySurveyRow): Promise<FrozenSeason> {
    return { totals: await this.surveys.totals(tx, id), facts: await this.surveys.facts(tx, id) };
  }
}
