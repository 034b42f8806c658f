import '../../../kit/styles/ledger.css';
import '../../../kit/styles/survey.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import type { Column } from '../../../kit/data-table.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { MyInvitations } from '../efficacy-survey/my-invitations.js';
import { useOffices } from '../../../session/use-offices.js';
import { SurveyStateTag } from '../survey/survey-state-tag.js';
import { useClosedActivities } from '../survey/use-closed-activities.js';
import { type Survey, useMySurveys } from '../survey/use-surveys.js';

type Activity = NonNullable<ReturnType<typeof useClosedActivities>['data']>[number];

export function SurveyListPage() {
  const { t } = useTranslation();
  const { holds, holdsOffice } = useOffices();
  const [search, setSearch] = useListSearch();
  const q = search.get('q') ?? '';
  const mayHold = holds('evaluator', 'organiser');
  const create = mayHold ? <ButtonLink to="/surveys/new">{t('survey.new')}</ButtonLink> : undefined;
  return (
    <ListPage
      title={t('app.page.surveys')}
      actions={
        <>
          {create}
          {holdsOffice && (
            <ButtonLink to="/survey-plans" isPlain>
              {t('survey.toPlans')}
            </ButtonLink>
          )}
        </>
      }
      intro={
        <>
          <MySurveys />
          <MyInvitations />
        </>
      }
      search={{
        label: t('survey.search'),
        value: q,
        onFind: (text) => setSearch(searchOf({ q: text })),
      }}
      list={useList('survey', '/surveys', q === '' ? {} : { q })}
      empty={q === '' ? { text: t('survey.empty'), action: create } : { text: t('survey.noneFound') }}
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
  const { data: activities = [] } = useClosedActivities();
  return [
    {
      key: 'activity',
      title: t('survey.activity'),
      cell: ({ id, activityId, activityTitle }) => (
        <SurveyCell
          id={id}
          title={activityTitle}
          activity={activities.find((activity) => activity.id === activityId)}
        />
      ),
    },
    { key: 'state', title: t('survey.stateLabel'), cell: ({ state }) => <SurveyStateTag state={state} /> },
    {
      key: 'until',
      title: t('survey.closesAt'),
      cell: ({ closesAt, closedAt }) => format.instant(closedAt ?? closesAt),
      order: ({ closesAt, closedAt }) => closedAt ?? closesAt,
    },
    { key: 'answered', title: t('survey.answered'), cell: (survey) => <Answered survey={survey} /> },
    {
      key: 'questions',
      title: t('survey.questions'),
      isNumber: true,
      cell: ({ questions }) => format.number(questions.length),
    },
  ];
}

interface SurveyCellProps {
  readonly id: string;
  readonly title: string;
  /** Unknown where it is not among those that were held last. */
  readonly activity: Activity | undefined;
}

/** Activities of a series have one title: when it was and who held it tells them apart. */
function SurveyCell({ id, title, activity }: SurveyCellProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Link to={`/surveys/${id}`} className="cell-link">
        {title}
      </Link>
      {activity && (
        <div className="hint">
          {t('survey.heldBy', {
            time: format.instant(activity.startsAt),
            organiser: activity.organiser.name,
          })}
        </div>
      )}
    </>
  );
}

/** Nothing before it is closed: a running total would disclose the last answer (E127). */
function Answered({ survey: { state, participation } }: { readonly survey: Survey }) {
  const { t } = useTranslation();
  if (state === 'scheduled' || state === 'open')
    return <span className="hint">{t('survey.answeredLater')}</span>;
  if (participation === null) return <span className="hint">{t('survey.withheld')}</span>;
  return t('survey.answeredOf', { count: participation.answered, came: participation.came });
}
