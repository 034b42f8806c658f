import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';

/** Surveys about activities that the reader attended. Nobody knows whether they have answered, not even this page. */
export function MySurveys() {
  const { t } = useTranslation();
  const format = useFormat();
  const surveys = useList('survey', '/me/surveys', {});
  return (
    <section className="card" aria-labelledby="my-surveys-title">
      <h2 id="my-surveys-title">{t('mine.surveys')}</h2>
      <PagedList list={surveys} empty={{ text: t('mine.noSurveys') }}>
        {(items) => (
          <ul className="plain-list mine-lines">
            {items.map((survey) => (
              <li key={survey.id}>
                <Link to={`/surveys/${survey.id}/answer`}>{survey.activityTitle}</Link>
                <p>{t('mine.surveyCloses', { time: format.instant(survey.closesAt) })}</p>
                {survey.tokenIssued && <p className="hint">{t('mine.surveyBegun')}</p>}
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
