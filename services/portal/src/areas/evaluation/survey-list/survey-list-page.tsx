import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/survey.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { MyInvitations } from '../efficacy-survey/my-invitations.js';
import { useOffices } from '../../../session/use-offices.js';
import { SurveyStateTag } from '../survey/survey-state-tag.js';
import { type Survey, useMySurveys } from '../survey/use-surveys.js';

export function SurveyListPage() {
  const { t } = useTranslation();
  const { holds, holdsOffice } = useOffices();
  const mayHold = holds('evaluator', 'organiser');
  const create = mayHold ? <ButtonLink to="/surveys/new">{t('survey.new')}</ButtonLink> : undefined;
  return (
    <ListPage
      title={t('app.page.surveys')}
      actions={
        <>
          {holdsOffice && <Link to="/survey-plans">{t('survey.toPlans')}</Link>}
          {create}
        </>
      }
      intro={
        <>
          <MySurveys />
          <MyInvitations />
        </>
      }
      list={useList('survey', '/surveys', {})}
      empty={{ text: t('survey.empty'), action: create }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

/** Those that I may answer come first. */
function MySurveys() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: mine = [] } = useMySurveys();
  if (mine.length === 0) return null;
  return (
    <section className="card" aria-labelledby="mine-title">
      <h2 id="mine-title">{t('survey.forMe')}</h2>
      <ul className="plain-list survey-list">
        {mine.map((survey) => (
          <li key={survey.id}>
            <Link to={`/surveys/${survey.id}/answer`} className="back">
              {t('survey.answerOf', { title: survey.activityTitle })}
            </Link>{' '}
            <span className="hint">{t('survey.until', { time: format.instant(survey.closesAt) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useColumns(): readonly Column<Survey>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'activity',
      title: t('survey.activity'),
      cell: ({ id, activityTitle }) => <Link to={`/surveys/${id}`}>{activityTitle}</Link>,
    },
    { key: 'state', title: t('survey.stateLabel'), cell: ({ state }) => <SurveyStateTag state={state} /> },
    {
      key: 'window',
      title: t('survey.window'),
      cell: ({ opensAt, closesAt, closedAt }) => format.period(opensAt, closedAt ?? closesAt),
    },
    {
      key: 'questions',
      title: t('survey.questions'),
      isNumber: true,
      cell: ({ questions }) => format.number(questions.length),
    },
  ];
}
