import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useSentHere } from '../../evaluation/survey/use-sent-here.js';
import { OwnList } from '../../../kit/own-list.js';

/** Surveys about activities that the reader attended. Whether they have answered is known to the browser that sent it alone. */
export function MySurveys() {
  const { t } = useTranslation();
  const format = useFormat();
  const surveys = useList('survey', '/me/surveys', {});
  const wasSent = useSentHere();
  return (
    <OwnList id="my-surveys" title={t('mine.surveys')} list={surveys} empty={{ text: t('mine.noSurveys') }}>
      {(items) => {
        const waiting = items.filter(({ id }) => !wasSent(id));
        const sent = items.filter(({ id }) => wasSent(id));
        return (
          <>
            {waiting.length === 0 && <p>{t('mine.noSurveys')}</p>}
            <ul className="plain-list mine-lines">
              {waiting.map((survey) => (
                <li key={survey.id}>
                  <Link to={`/surveys/${survey.id}/answer`}>{survey.activityTitle}</Link>
                  <p>{t('mine.surveyCloses', { time: format.instant(survey.closesAt) })}</p>
                  {survey.tokenIssued && <p className="hint">{t('mine.surveyBegun')}</p>}
                </li>
              ))}
            </ul>
            {sent.length > 0 && (
              <p className="hint">
                {t('mine.surveySent', {
                  titles: sent.map(({ activityTitle }) => activityTitle).join(t('common.separator')),
                })}
              </p>
            )}
          </>
        );
      }}
    </OwnList>
  );
}
