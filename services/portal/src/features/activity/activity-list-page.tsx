import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../../shell/states.js';
import { usePageTitle } from '../../shell/use-page-title.js';
import { ActivityCard } from './activity-card.js';
import { type ActivityFilters, filtersOf, searchOf } from './activity-filters.js';
import { FilterBar } from './filter-bar.js';
import { useActivities } from './use-activities.js';

export function ActivityListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: ActivityFilters): void => setSearch(searchOf(changed));
  usePageTitle(t('activity.title'));
  return (
    <>
      <h1>{t('activity.title')}</h1>
      <FilterBar key={filters.q ?? ''} filters={filters} onChange={change} />
      <ActivityList filters={filters} onClear={() => change({})} />
    </>
  );
}

interface ActivityListProps {
  readonly filters: ActivityFilters;
  readonly onClear: () => void;
}

function ActivityList({ filters, onClear }: ActivityListProps) {
  const activities = useActivities(filters);
  if (activities.isPending) return <LoadingState rows={8} />;
  const { data, error, isPlaceholderData, refetch } = activities;
  if (data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
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

function Nothing({ filters, onClear }: ActivityListProps) {
  const { t } = useTranslation();
  if (Object.keys(filters).length === 0) return <EmptyState text={t('activity.empty')} />;
  return (
    <EmptyState text={t('activity.emptyFiltered')}>
      <Button onClick={onClear}>{t('activity.clearFilters')}</Button>
    </EmptyState>
  );
}

interface MoreProps {
  readonly activities: ReturnType<typeof useActivities>;
  readonly count: number;
}

/** The next page, asked for by hand: what is there already stays, also where the next does not come. */
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
