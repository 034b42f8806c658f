import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/activity.css';
import { Button } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { pagesOf, useList } from '../../../api/use-read.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf } from '../../../kit/filters.model.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useListLook } from '../../../kit/use-list-look.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState, ErrorState, LoadingState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { ActivityCard } from './activity-card.js';
import { pagesInTurn } from './pages-in-turn.js';
import { type ActivityFilters, filtersOf, partsOf } from './activity-filters.js';
import { Chips } from './chips.js';
import { FilterBar } from './filter-bar.js';
import type { Activity } from './use-activities.js';
import { useExportColumns } from './use-export-columns.js';
import { useOwnSeats } from './use-own-seats.js';

const ActivityDesk = lazyPart('ActivityDesk', () => import('./activity-desk.js'), { rows: 8 });
const ActivityLook = lazyPart('ActivityLook', () => import('./activity-desk.js'), {
  rows: 0,
  texts: ['listDesk'],
});

export function ActivityListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: ActivityFilters): void => setSearch(searchOf(changed));
  const { holdsOffice } = useOffices();
  return (
    <>
      <PageHead title={t('app.page.activities')}>
        <CreateLink />
        {holdsOffice && <ExportActivities filters={filters} />}
      </PageHead>
      <Chips filters={filters} onChange={change} />
      <FilterBar key={filters.q ?? ''} filters={filters} onChange={change} />
      <OwnWay filters={filters} onChange={change} isOfficer={holdsOffice} />
    </>
  );
}

/** Officers may have the activities as a table; cards are what everybody sees first. */
function OwnWay({ isOfficer, ...props }: ActivityListProps & { readonly isOfficer: boolean }) {
  const { look } = useListLook();
  const [now] = useState(() => new Date());
  const cards = <ActivityList {...props} />;
  if (!isOfficer) return cards;
  const isTable = look.display !== null && look.display !== 'cards';
  return isTable ? (
    <ActivityDesk filters={props.filters} now={now}>
      {cards}
    </ActivityDesk>
  ) : (
    <>
      <ActivityLook />
      {cards}
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

/** Everything that the list shows in one file: parts of it one after the other. */
function ExportActivities({ filters }: { readonly filters: ActivityFilters }) {
  const { t } = useTranslation();
  const fetchPage = pagesInTurn(
    partsOf(filters, new Date()).map(({ query }) => pagesOf('/activities', query)),
  );
  return (
    <ExportButton<Activity>
      fileName={t('activity.title')}
      fetchPage={fetchPage}
      columns={useExportColumns()}
    />
  );
}

interface ActivityListProps {
  readonly filters: ActivityFilters;
  readonly onChange: (filters: ActivityFilters) => void;
}

function ActivityList({ filters, onChange }: ActivityListProps) {
  const seats = useOwnSeats();
  // The days of "this week" are those on which the page was opened: parts that moved with the clock would be read anew.
  const [now] = useState(() => new Date());
  return <Parts parts={partsOf(filters, now)} seats={seats} filters={filters} onChange={onChange} />;
}

interface PartsProps extends ActivityListProps {
  readonly parts: ReturnType<typeof partsOf>;
  readonly seats: ReturnType<typeof useOwnSeats>;
  /** How many activities stand above. */
  readonly above?: number;
  readonly isOnly?: boolean;
}

/** A part of the list, and below it the next one, once all of this one is shown. */
function Parts({ parts, above = 0, isOnly = parts.length === 1, ...rest }: PartsProps) {
  const [part, ...others] = parts;
  if (part === undefined) return <End count={above} {...rest} />;
  return (
    // Another part is another list: what stood in this one must not stay while it loads.
    <OnePart key={part.name} part={part} above={above} isOnly={isOnly} seats={rest.seats}>
      {(count) => <Parts parts={others} above={count} isOnly={isOnly} {...rest} />}
    </OnePart>
  );
}

interface OnePartProps {
  readonly part: ReturnType<typeof partsOf>[number];
  readonly above: number;
  readonly isOnly: boolean;
  readonly seats: ReturnType<typeof useOwnSeats>;
  /** What follows, with how many stand above it. */
  readonly children: (count: number) => ReactNode;
}

function OnePart({ part, above, isOnly, seats, children }: OnePartProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const activities = useList('activity', '/activities', part.query);
  if (activities.isPending) return <LoadingState rows={above === 0 ? 8 : 2} />;
  const { items, error, isPlaceholderData, hasNextPage, refetch } = activities;
  if (items === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {items.length > 0 && (
        <section aria-labelledby={titleId}>
          <h2 id={titleId} className={isOnly ? 'visually-hidden' : undefined}>
            {t(`activity.part.${part.name}`)}
          </h2>
          <ul className="plain-list activities" aria-busy={isPlaceholderData}>
            {items.map((activity) => (
              <li key={activity.id}>
                <ActivityCard activity={activity} own={seats.get(activity.id)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {error !== null || hasNextPage ? (
        <More activities={activities} />
      ) : (
        !isPlaceholderData && children(above + items.length)
      )}
    </>
  );
}

interface EndProps extends ActivityListProps {
  readonly count: number;
}

function End({ count, filters, onChange }: EndProps) {
  const { t } = useTranslation();
  if (count > 0) return <p className="hint end-of-list">{t('activity.allLoaded', { count })}</p>;
  if (Object.keys(filters).length > 0)
    return (
      <EmptyState text={t('activity.emptyFiltered')}>
        <Button onClick={() => onChange({})}>{t('activity.clearFilters')}</Button>
      </EmptyState>
    );
  return (
    <EmptyState text={t('activity.empty')}>
      <Button onClick={() => onChange({ show: 'over' })}>{t('activity.seeOver')}</Button>
    </EmptyState>
  );
}

/** A button loads the next page; the items that are loaded stay when it fails. */
function More({ activities }: { readonly activities: ReturnType<typeof useList<'/activities'>> }) {
  const { t } = useTranslation();
  const { error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = activities;
  const again = (): void => void (hasNextPage ? fetchNextPage() : refetch());
  if (error !== null) return <ErrorState error={error} onRetry={again} />;
  return (
    <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('activity.loadMore')}
    </Button>
  );
}
