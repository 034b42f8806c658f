import '../../../kit/styles/organising.css';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ListPage } from '../../../kit/list-page.js';
import { MemberName } from '../../../session/member-name.js';
import type { Activity } from '../activity/activity-form.js';
import { OfActivity } from '../activity/of-activity.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { DecideForm } from './decide-form.js';
import { type NoShow, type NoShowState, noShowStates } from './no-show.model.js';

const NoShowChart = lazyPart('NoShowChart', () => import('./no-show-chart.js'));

export function NoShowListPage() {
  return <OfActivity>{(activity) => <NoShows activity={activity} />}</OfActivity>;
}

/** Who had a seat and did not come, their appeals, and how the share changed over the activities. */
function NoShows({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = noShowStates.find((one) => one === search.get('state'));
  const title = t('noShow.titleOf', { title: activity.title });
  const list = useList('noShow', '/activities/{activityId}/no-shows', {
    activityId: activity.id,
    ...(state === undefined ? {} : { state }),
  });
  return (
    <>
      <ListPage
        title={title}
        back={`/activities/${activity.id}/organise`}
        intro={<p className="hint">{t('noShow.listHint')}</p>}
        filters={
          <Choice<NoShowState>
            {...(state === undefined ? {} : { value: state })}
            label={t('noShow.state')}
            options={[
              { value: '', label: t('noShow.everyState') },
              ...noShowStates.map((value) => ({ value, label: t(`noShow.stateIs.${value}`) })),
            ]}
            onChange={(value) => setSearch(value === undefined ? {} : { state: value })}
          />
        }
        list={list}
        empty={{ text: t(activity.state === 'closed' ? 'noShow.nobody' : 'noShow.notYet') }}
        exported={{ name: title, columns: useExportColumns(activity) }}
      >
        {(items) => <Lines activity={activity} items={items} />}
      </ListPage>
      <NoShowChart unionId={activity.unionId} />
    </>
  );
}

function Lines({ activity, items }: { readonly activity: Activity; readonly items: readonly NoShow[] }) {
  const { t } = useTranslation();
  const mayDecide = useReaches(activity.unionId, ['officer']);
  const columns: Column<NoShow>[] = [
    {
      key: 'name',
      title: t('noShow.name'),
      cell: ({ personId, maskedName }) => <MemberName personId={personId} mask={maskedName} />,
    },
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

function useExportColumns({ timeZone }: Activity): ExportColumn<NoShow>[] {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  return [
    { title: t('noShow.name'), text: ({ maskedName }) => maskedName },
    { title: t('noShow.union'), text: ({ unionName }) => unionName ?? '' },
    { title: t('noShow.at'), text: ({ occurredAt }) => format.instant(occurredAt) },
    { title: t('noShow.state'), text: (one) => t(`noShow.stateIs.${one.state}`) },
    { title: t('noShow.said'), text: ({ appealText }) => appealText ?? '' },
    { title: t('noShow.decision'), text: ({ decisionReason }) => decisionReason ?? '' },
  ];
}
