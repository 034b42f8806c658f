import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { type ApplicationState, applicationStates, type ApplicationSummary } from './application.model.js';
import { ApplicationStateTag } from './application-state-tag.js';
import { ApplicationStatistics } from './application-statistics.js';

interface Filters {
  readonly union?: string;
  readonly state?: ApplicationState;
  readonly q?: string;
}

/** Applications with the unions of an officer: what waits comes first, by its deadline. */
export function ApplicationListPage() {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const navigate = useNavigate();
  const { unionIdsOf } = useOffices();
  const [search, setSearch] = useSearchParams();
  const state = applicationStates.find((one) => one === search.get('state'));
  const filters = withoutBlanks<Filters>({
    union: search.get('union') ?? undefined,
    state,
    q: search.get('q') ?? undefined,
  });
  const filter = (name: keyof Filters, value: string | undefined): void =>
    setSearch(searchOf(withFilter(filters, name, value)));
  const [own] = unionIdsOf('officer');
  const due = ({ dueAt }: ApplicationSummary): string => (dueAt === null ? '' : instant(dueAt));
  return (
    <ListPage
      title={t('app.page.applications')}
      actions={
        <Button type="primary" onClick={() => void navigate('/invitations')}>
          {t('application.invite')}
        </Button>
      }
      intro={
        <>
          <p className="hint">{t('application.hint')}</p>
          <ApplicationStatistics unionId={filters.union ?? own} />
        </>
      }
      search={{ label: t('application.find'), value: filters.q ?? '', onFind: (text) => filter('q', text) }}
      filters={
        <>
          <UnionPicker
            label={t('application.union')}
            none={t('application.everyUnion')}
            roles={['officer']}
            {...(filters.union === undefined ? {} : { value: filters.union })}
            onChange={(union) => filter('union', union)}
          />
          <Choice<ApplicationState>
            label={t('application.stateLabel')}
            {...(state === undefined ? {} : { value: state })}
            options={[
              { value: '', label: t('application.everyState') },
              ...applicationStates.map((value) => ({ value, label: t(`application.state.${value}`) })),
            ]}
            onChange={(chosen) => filter('state', chosen)}
          />
        </>
      }
      list={useList('application', '/applications', filters)}
      empty={{
        text: t('application.empty'),
        action: <Link to="/invitations">{t('application.invite')}</Link>,
      }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'name', title: t('application.name'), cell: (one) => <NameCell application={one} /> },
          {
            key: 'state',
            title: t('application.stateLabel'),
            cell: (one) => <StateCell application={one} />,
          },
          { key: 'due', title: t('application.dueAt'), cell: due },
          {
            key: 'employer',
            title: t('application.employer'),
            cell: ({ enterpriseName, employerKind }) =>
              enterpriseName ?? t(`application.employerIs.${employerKind}`),
          },
          { key: 'union', title: t('application.union'), cell: ({ unionName }) => unionName },
          { key: 'sent', title: t('application.sentAt'), cell: ({ sentAt }) => instant(sentAt) },
        ],
      }}
      exported={{
        name: t('application.title'),
        columns: [
          { title: t('application.number'), text: ({ number }) => number },
          { title: t('application.name'), text: ({ name }) => name },
          { title: t('application.stateLabel'), text: (one) => t(`application.state.${one.state}`) },
          { title: t('application.dueAt'), text: due },
          { title: t('application.employer'), text: ({ enterpriseName }) => enterpriseName ?? '' },
          { title: t('application.union'), text: ({ unionName }) => unionName },
          { title: t('application.sentAt'), text: ({ sentAt }) => instant(sentAt) },
        ],
      }}
    />
  );
}

function NameCell({ application: { id, name } }: { readonly application: ApplicationSummary }) {
  return (
    <Link to={`/applications/${id}`} className="cell-link">
      {name}
    </Link>
  );
}

function StateCell({ application }: { readonly application: ApplicationSummary }) {
  const { t } = useTranslation();
  const { state, overdue, turnKind } = application;
  return (
    <>
      <ApplicationStateTag state={state} />{' '}
      {overdue && <span className="tag">{t('application.overdue')}</span>}
      {state === 'waiting' && turnKind !== 'sent' && (
        <span className="tag">{t(`application.turn.${turnKind}`)}</span>
      )}
    </>
  );
}
