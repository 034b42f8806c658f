import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { FollowUps } from './use-follow-ups.js';

interface AfterItProps {
  readonly activityId: string;
  readonly followUps: FollowUps;
}

/** What whoever was there may do now. */
export function AfterIt({ activityId, followUps: { surveys, letters } }: AfterItProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const survey = surveys.get(activityId);
  const letter = letters.get(activityId);
  return (
    <p className="after-it">
      {survey !== undefined && (
        <Link to={`/surveys/${survey.id}/answer`}>
          {t('mine.fillSurvey', { time: format.instant(survey.closesAt) })}
        </Link>
      )}
      <Link to={`/activities/${activityId}/album`}>{t('mine.album')}</Link>
      {letter !== undefined && (
        // Its file is made where all of them are.
        <Link to="/my#my-letters">{t('mine.certificate', { number: letter.number })}</Link>
      )}
    </p>
  );
}
