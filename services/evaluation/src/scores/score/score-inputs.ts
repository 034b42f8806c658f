import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ScoreSubject } from '@gongxiang/contracts/evaluation/score-subject';
import type {
  IndicatorNode,
  MissingRuleName,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { Transaction } from '@gongxiang/persistence';
import { FigureReader, type FigureValue } from '../figure/figure-reader.js';
import { indicatorsOf } from '../../systems/indicator-system/indicator-tree.model.js';
import type { HostedActivity } from '../../reference/subject/subject-activities.repository.js';
import { SubjectFacts, type SubjectRecord } from '../../reference/subject/subject-facts-reader.js';
import type { SubjectScope } from '../../reference/subject/subject-scope.model.js';
import type { WeightVersionRow } from '../../systems/weight/weight-version.entity.js';
import { ScoreAnswers, type SubjectAnswers } from './score-answers.repository.js';
import { measuredValues, type ScoreBasis } from './score-basis.model.js';
import type { ScoreInput } from './score.model.js';

/** What is to be scored, and by what. */
export interface ScoreOrder extends SubjectScope {
  readonly system: { readonly id: string; readonly nodes: readonly IndicatorNode[] };
  readonly weights: Pick<WeightVersionRow, 'id' | 'indicators'>;
  readonly missing: MissingRuleName;
}

/** The inputs of one score, or the code of the reason why there are none. */
export type GatheredInputs =
  | { readonly input: ScoreInput; readonly surveyId: string | null }
  | { readonly refusal: 'FACTS_INCOMPLETE' | 'SURVEY_OPEN' };

/** Of a union with very many activities these are named in each score, and all of them hashed. */
const namedActivitiesMax = 200;

/** Gathers what scores are computed from: the weights, the facts, and what the surveys published. */
@Injectable()
export class ScoreInputs {
  constructor(
    private readonly facts: SubjectFacts,
    private readonly answers: ScoreAnswers,
    private readonly figures: FigureReader,
  ) {}

  /**
   * Of every subject of the order. An activity waits for its facts and for the close of its survey; where it has no
   * survey its questions are missing values. By days, surveys that are open count as soon as they are closed.
   */
  async gather(tx: Transaction, order: ScoreOrder): Promise<ReadonlyMap<string, GatheredInputs>> {
    const facts = new Set(indicatorsOf(order.system.nodes).flatMap(({ fact }) => fact ?? []));
    const records = await this.facts.of(tx, order, facts);
    const held = [...records.values()].flatMap((record) => record.held);
    const answers = await this.answers.of(tx, held, order.system);
    const figures = await this.figuresOf(tx, order, records);
    return new Map(
      [...records].map(([id, record]) => {
        const measured = {
          record,
          published: answers.get(id) ?? noAnswers,
          figures: figures.get(id) ?? new Map(),
        };
        return [id, inputsOf(order, id, measured)];
      }),
    );
  }

  /** Those that hold at the end of an activity, or on the last day of the period. */
  private figuresOf(
    tx: Transaction,
    order: ScoreOrder,
    records: ReadonlyMap<string, SubjectRecord>,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, FigureValue>>> {
    const names = indicatorsOf(order.system.nodes).flatMap(({ figure }) => figure ?? []);
    const days = new Map(
      [...records].map(([id, { held }]) => [id, order.to ?? held[0]?.endedOn ?? ''] as const),
    );
    return this.figures.figuresOf(tx, order.kind, { days, names: [...new Set(names)] });
  }
}

interface Measured {
  readonly record: SubjectRecord;
  readonly published: SubjectAnswers;
  readonly figures: ReadonlyMap<string, FigureValue>;
}

const noAnswers: SubjectAnswers = { surveyIds: [], hasOpenSurvey: false, answers: {} };

function inputsOf(
  order: ScoreOrder,
  id: string,
  { record: { totals, held }, published, figures: fileFigures }: Measured,
): GatheredInputs {
  const isActivity = order.kind === 'activity';
  const isKnown = held.every(({ isComplete }) => isComplete) && (!isActivity || held.length === 1);
  if (!isKnown) return { refusal: 'FACTS_INCOMPLETE' };
  if (isActivity && published.hasOpenSurvey) return { refusal: 'SURVEY_OPEN' };
  const indicators = indicatorsOf(order.system.nodes);
  const scored = new Set(indicators.map((indicator) => indicator.id));
  const answers = Object.fromEntries(Object.entries(published.answers).filter(([key]) => scored.has(key)));
  const figures = Object.fromEntries([...fileFigures].map(([name, { value }]) => [name, value]));
  const basis = basisOf(order, id, held);
  const input = {
    weights: order.weights.indicators.map(({ key, weight, path }) => ({ id: key, weight, path })),
    indicators,
    values: measuredValues({ indicators, totals, answers, figures }),
    missing: order.missing,
    basis: {
      ...basis,
      surveyIds: published.surveyIds,
      figureIds: [...fileFigures.values()].map((one) => one.id),
    },
    totals,
    answers,
    figures,
  };
  return { input, surveyId: isActivity ? (published.surveyIds[0] ?? null) : null };
}

function basisOf(
  order: ScoreOrder,
  id: string,
  held: readonly HostedActivity[],
): Omit<ScoreBasis, 'surveyIds' | 'figureIds'> {
  const subject: ScoreSubject = { kind: order.kind, id };
  const hash = createHash('sha256');
  for (const one of held) hash.update(`${one.id}:${one.factsHash}:${one.costFen ?? ''}\n`);
  return {
    subject,
    periodFrom: order.from,
    periodTo: order.to,
    indicatorSystemId: order.system.id,
    weightVersionId: order.weights.id,
    activities: held.slice(0, namedActivitiesMax).map((one) => ({ id: one.id, factsHash: one.factsHash })),
    activitiesHash: hash.digest('hex'),
  };
}
