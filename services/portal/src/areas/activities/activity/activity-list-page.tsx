import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/activity.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf } from '../../../kit/filters.model.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { ActivityCard } from './activity-card.js';
import { type ActivityFilters, filtersOf, queryOf } from './activity-filters.js';
import { FilterBar } from './filter-bar.js';
import type { Activity } from './use-activities.js';

export function ActivityListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: ActivityFilters): void => setSearch(searchOf(changed));
  const { holdsOffice } = useOffices();
  const activities = useList('activity', '/activities', queryOf(filters));
  return (
    <>
      <PageHead title={t('app.page.activities')}>
        <CreateLink />
        {holdsOffice && <ExportActivities fetchPage={activities.fetchPage} />}
      </PageHead>
      <FilterBar key={filters.q ?? ''} filters={filters} onChange={change} />
      <ActivityList activities={activities} filters={filters} onClear={() => change({})} />
    </>
  );
}

/** Officers organise for their union; members without an office may propose an activity in their own name. */
function CreateLink() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const organises = holds('officer', 'organiser');
  return (
    <ButtonLink to={organises ? '/activities/new' : '/activities/propose'}>
      {t(organises ? 'activity.create' : 'activity.propose')}
    </ButtonLink>
  );
}

function ExportActivities({ fetchPage }: Pick<Activities, 'fetchPage'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ExportButton<Activity>
      fileName={t('activity.title')}
      fetchPage={fetchPage}
      columns={[
        { title: t('activity.titleLabel'), text: ({ title }) => title },
        { title: t('activity.stateLabel'), text: ({ state }) => t(`activity.state.${state}`) },
        { title: t('activity.phaseLabel'), text: ({ phase }) => t(`activity.phase.${phase}`) },
        { title: t('activity.kindLabel'), text: ({ kind }) => t(`activity.kind.${kind}`) },
        { title: t('activity.functionLabel'), text: (one) => t(`activity.function.${one.function}`) },
        { title: t('activity.businessLabel'), text: ({ business }) => t(`activity.business.${business}`) },
        { title: t('activity.organiser'), text: ({ organiser }) => organiser.name },
        { title: t('activity.time'), text: (one) => format.period(one.startsAt, one.endsAt) },
        { title: t('activity.venue'), text: ({ venue }) => venue ?? '' },
      ]}
    />
  );
}

type Activities = ReturnType<typeof useList<'/activities'>>;

interface NothingProps {
  readonly filters: ActivityFilters;
  readonly onClear: () => void;
}

interface ActivityListProps extends NothingProps {
  readonly activities: Activities;
}

function ActivityList({ activities, filters, onClear }: ActivityListProps) {
  if (activities.isPending) return <LoadingState rows={8} />;
  const { items, error, isPlaceholderData, refetch } = activities;
  if (items === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (items.length === 0 && !isPlaceholderData) return <Nothing filters={filters} onClear={onClear} />;
  return (
    <>
      <ul className="plain-list activities" aria-busy={isPlaceholderData}>
        {items.map((activity) => (
          <li key={activity.id}>
            <ActivityCard activity={activity} />
          </li>
        ))}
      </ul>
      <More activities={activities} count={items.length} />
    </>
  );
}

function Nothing({ filters, onClear }: NothingProps) {
  const { t } = useTranslation();
  if (Object.keys(filters).length === 0) return <EmptyState text={t('activity.empty')} />;
  return (
    <EmptyState text={t('activity.emptyFiltered')}>
      <Button onClick={onClear}>{t('activity.clearFilters')}</Button>
    </EmptyState>
  );
}

interface MoreProps {
  readonly activities: Activities;
  readonly count: number;
}

/** A button loads the next page; the items that are loaded stay when it fails. */
function More({ activities, count }: MoreProps) {
  const { t } = useTranslation();
  const { error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = activities;
  const again = (): void => void (hasNextPage ? fetchNextPage() : refetch());
  if (error !== null) return <ErrorState error={error} onRetry={again} />;
  if (!hasNextPage) return <p className="hint end-of-list">{t('activity.allLoaded', { count })}</p>;
  return (
    <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('activity.loadMore')}
    </Button>
  );
}
