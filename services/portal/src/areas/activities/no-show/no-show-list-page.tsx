import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { usePages } from '../../../api/use-pages.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { DecideForm } from './decide-form.js';
import { type NoShow, noShowPages, type NoShowState, noShowStates } from './use-no-shows.js';

const NoShowChart = lazyPart('NoShowChart', () => import('./no-show-chart.js'));

export function NoShowListPage() {
  return <OfActivity>{(activity) => <NoShows activity={activity} />}</OfActivity>;
}

/** Who had a seat and did not come, what they say, and how it was from one activity to the next. */
function NoShows({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = noShowStates.find((one) => one === search.get('state'));
  const list = usePages<NoShow>(
    ['noShow', 'list', activity.id, state ?? ''],
    noShowPages(activity.id, state),
  );
  return (
    <>
      <PageHead
        title={t('noShow.titleOf', { title: activity.title })}
        back={`/activities/${activity.id}/organise`}
      >
        <ExportNoShows activity={activity} state={state} />
      </PageHead>
      <p className="hint">{t('noShow.listHint')}</p>
      <div className="filters">
        <Choice<NoShowState>
          {...(state === undefined ? {} : { value: state })}
          label={t('noShow.state')}
          options={[
            { value: '', label: t('noShow.everyState') },
            ...noShowStates.map((value) => ({ value, label: t(`noShow.stateIs.${value}`) })),
          ]}
          onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
        />
      </div>
      <PagedList
        list={list}
        empty={{ text: t(activity.state === 'closed' ? 'noShow.nobody' : 'noShow.notYet') }}
      >
        {(items) => <Lines activity={activity} items={items} />}
      </PagedList>
      <NoShowChart unionId={activity.unionId} />
    </>
  );
}

function Lines({ activity, items }: { readonly activity: Activity; readonly items: readonly NoShow[] }) {
  const { t } = useTranslation();
  const mayDecide = useReaches(activity.unionId, ['officer']);
  const columns: Column<NoShow>[] = [
    { key: 'name', title: t('noShow.name'), cell: ({ maskedName }) => maskedName },
    { key: 'union', title: t('noShow.union'), cell: ({ unionName }) => unionName ?? t('common.none') },
    { key: 'state', title: t('noShow.state'), cell: (one) => t(`noShow.stateIs.${one.state}`) },
    { key: 'said', title: t('noShow.said'), cell: ({ appealText }) => appealText ?? t('common.none') },
    {
      key: 'decision',
      title: t('noShow.decision'),
      cell: (one) => one.decisionReason ?? (mayDecide && isOpen(one) ? <DecideForm noShow={one} /> : ''),
    },
  ];
  return <DataTable caption={t('noShow.caption')} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

function isOpen({ state }: NoShow): boolean {
  return state === 'counted' || state === 'appealed';
}

interface ExportProps {
  readonly activity: Activity;
  readonly state: NoShowState | undefined;
}

function ExportNoShows({ activity, state }: ExportProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  return (
    <ExportButton<NoShow>
      fileName={t('noShow.titleOf', { title: activity.title })}
      fetchPage={noShowPages(activity.id, state)}
      columns={[
        { title: t('noShow.name'), text: ({ maskedName }) => maskedName },
        { title: t('noShow.union'), text: ({ unionName }) => unionName ?? '' },
        { title: t('noShow.at'), text: ({ occurredAt }) => format.instant(occurredAt) },
        { title: t('noShow.state'), text: (one) => t(`noShow.stateIs.${one.state}`) },
        { title: t('noShow.said'), text: ({ appealText }) => appealText ?? '' },
        { title: t('noShow.decision'), text: ({ decisionReason }) => decisionReason ?? '' },
      ]}
    />
  );
}
