import type { ScoreSubject } from '@gongxiang/contracts/evaluation/score-subject';
import { subjectFacts, type SubjectTotals } from '../../reference/subject/subject-facts.model.js';
import { meanAnswer, type QuestionAnswers } from './answers.model.js';
import type { Indicator } from '../../systems/indicator-system/indicator.model.js';

/** What a score is of and rests on. */
export interface ScoreBasis {
  readonly subject: ScoreSubject;
  /** Its days; null for an activity. */
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly indicatorSystemId: string;
  readonly weightVersionId: string;
  /** The activities whose facts and answers it takes, in the order of their ids; of very many the first. */
  readonly activities: readonly ScoredActivity[];
  /** SHA-256 of all of them, in hex. */
  readonly activitiesHash: string;
  /** The surveys whose published answers it takes, in the order of their ids. */
  readonly surveyIds: readonly string[];
  /** The figures from files that it takes; absent in scores from before there were any. */
  readonly figureIds?: readonly string[];
}

export interface ScoredActivity {
  readonly id: string;
  /** As its close said: SHA-256 of who came. */
  readonly factsHash: string;
}

/** What values are made of. */
interface MeasuredInputs {
  readonly indicators: readonly Indicator[];
  readonly totals: SubjectTotals;
  readonly answers: Readonly<Record<string, QuestionAnswers>>;
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * The value of each indicator, in the unit of its scale: the mean of the published answers, each answer counting as one
 * whichever survey it was given to, the fact, or the figure. Null where nothing was measured or published.
 */
export function measuredValues(inputs: MeasuredInputs): Readonly<Record<string, number | null>> {
  const facts = subjectFacts(inputs.totals);
  return Object.fromEntries(
    inputs.indicators.map((indicator) => [indicator.id, measured(indicator, inputs, facts)]),
  );
}

function measured(
  { id, kind, fact, figure }: Indicator,
  { answers, figures }: MeasuredInputs,
  facts: ReturnType<typeof subjectFacts>,
): number | null {
  if (kind === 'survey') return meanAnswer(answers[id]);
  if (kind === 'fact') return fact === undefined ? null : facts[fact];
  return figure === undefined ? null : (figures[figure] ?? null);
}
