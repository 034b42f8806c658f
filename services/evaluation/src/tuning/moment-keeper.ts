import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { IndicatorSystemRepository } from '../indicator-system/indicator-system.repository.js';
import { momentKind } from '../survey/survey-closing.service.js';
import type { SurveyRow } from '../survey/survey.entity.js';
import { SurveyRepository } from '../survey/survey.repository.js';
import { MomentRepository } from './moment.repository.js';
import type { NodeMoments } from './tuning.model.js';

/** From fewer answers the sums of products would tell what each of them was, so nothing is kept of such a survey. */
export const keptFrom = 20;

/**
 * Keeps sums over the answers of a survey after its close, for reliability: covariances need answers side by side, and
 * those never leave the database. The work comes after the close, so that the close waits for none of it.
 */
@Injectable()
export class MomentKeeper {
  constructor(
    private readonly surveys: SurveyRepository,
    private readonly systems: IndicatorSystemRepository,
    private readonly moments: MomentRepository,
  ) {}

  @OnDue(momentKind)
  async keep(tx: Transaction, surveyId: string): Promise<void> {
    const survey = await this.surveys.find(tx, surveyId);
    const nodes: NodeMoments[] = [];
    for (const { parentKey, keys } of await this.scales(tx, survey))
      nodes.push({ parentKey, ...(await this.moments.sum(tx, surveyId, keys)) });
    const answerCount = Math.min(...nodes.map(({ count }) => count));
    if (nodes.length === 0 || answerCount < keptFrom) return;
    const { indicatorSystemId, closedAt } = survey;
    const frozenOn = shanghaiDate(closedAt ?? tx.now);
    await this.moments.insert(tx, { surveyId, indicatorSystemId, answerCount, nodes, frozenOn });
  }

  /** The questions of the survey that have a scale, by the node that they stand below. */
  private async scales(
    tx: Transaction,
    { indicatorSystemId, questions }: SurveyRow,
  ): Promise<readonly { readonly parentKey: string | null; readonly keys: readonly string[] }[]> {
    const { nodes } = await this.systems.find(tx, indicatorSystemId);
    const asked = new Set(questions.filter(({ kind }) => kind === 'likert').map(({ key }) => key));
    const groups = new Map<string | null, string[]>();
    for (const { key, parentKey, leaf } of nodes) {
      if (leaf?.kind !== 'survey' || !asked.has(key)) continue;
      groups.set(parentKey, [...(groups.get(parentKey) ?? []), key]);
    }
    return [...groups].map(([parentKey, keys]) => ({ parentKey, keys }));
  }
}
