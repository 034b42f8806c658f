import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/ledger.css';
import './efficacy-survey.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import { MyInvitations } from './my-invitations.js';
import { SeasonStateTag } from './season-state-tag.js';
import { type EfficacySurvey, seasonStates, type SurveyState } from './use-efficacy-surveys.js';

/** The seasons, after the invitations of the reader. */
export function EfficacySurveyListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const state = seasonStates.find((one) => one === search.get('state'));
  const action = holds('evaluator') ? (
    <ButtonLink to="/efficacy-surveys/new">{t('efficacySurvey.new')}</ButtonLink>
  ) : undefined;
  return (
    <ListPage
      title={t('app.page.efficacySurveys')}
      actions={action}
      intro={
        <>
          <p className="hint">{t('efficacySurvey.intro')}</p>
          <MyInvitations />
        </>
      }
      filters={
        <Choice<SurveyState>
          label={t('efficacySurvey.stateLabel')}
          {...(state === undefined ? {} : { value: state })}
          options={[
            { value: '', label: t('efficacySurvey.everyState') },
            ...seasonStates.map((value) => ({ value, label: t(`efficacySurvey.state.${value}`) })),
          ]}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
        />
      }
      list={useList('efficacySurvey', '/efficacy-surveys', state === undefined ? {} : { state })}
      empty={{ text: t('efficacySurvey.empty'), action }}
      table={{ columns: useColumns(), rowKey: ({ id }) => id }}
    />
  );
}

function useColumns(): readonly Column<EfficacySurvey>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('efficacySurvey.name'),
      cell: ({ id, name }) => (
        <Link to={`/efficacy-surveys/${id}`} className="cell-link">
          {name}
        </Link>
      ),
    },
    { key: 'union', title: t('efficacySurvey.union'), cell: ({ unionName }) => unionName },
    {
      key: 'state',
      title: t('efficacySurvey.stateLabel'),
      cell: ({ state }) => <SeasonStateTag state={state} />,
    },
    {
      key: 'season',
      title: t('efficacySurvey.season'),
      cell: ({ from, to }) => `${format.date(from)} – ${format.date(to)}`,
    },
    {
      key: 'window',
      title: t('efficacySurvey.window'),
      cell: ({ opensAt, closesAt, closedAt }) => format.period(opensAt, closedAt ?? closesAt),
    },
  ];
}
