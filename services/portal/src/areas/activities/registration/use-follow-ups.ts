import { type ItemAt, useList } from '../../../api/use-read.js';
import { useSentHere } from '../../evaluation/survey/use-sent-here.js';

type MySurvey = ItemAt<'/me/surveys'>;
type MyLetter = ItemAt<'/me/letters'>;

/** What there still is of activities that are over, by activity. */
export interface FollowUps {
  readonly surveys: ReadonlyMap<string, MySurvey>;
  readonly letters: ReadonlyMap<string, MyLetter>;
}

/** They are read by the page for their own sections anyway. */
export function useFollowUps(): FollowUps {
  const wasSent = useSentHere();
  const { items: surveys = [] } = useList('survey', '/me/surveys', {});
  const { items: letters = [] } = useList('letter', '/me/letters', {});
  return {
    surveys: new Map(surveys.filter(({ id }) => !wasSent(id)).map((survey) => [survey.activityId, survey])),
    letters: new Map(letters.map((letter) => [letter.activityId, letter])),
  };
}
