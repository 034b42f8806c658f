import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pagesOf, usePages } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { type Display, displays } from '../../../kit/list-look.model.js';
import { ListItems } from '../../../kit/list-page.js';
import { useListLook } from '../../../kit/use-list-look.js';
import { type ActivityFilters, activityPhases, partsOf } from './activity-filters.js';
import { pagesInTurn } from './pages-in-turn.js';
import { useExportColumns } from './use-export-columns.js';
import type { Activity } from './use-activities.js';

interface ActivityDeskProps {
  readonly filters: ActivityFilters;
  /** The day on which the page was opened. */
  readonly now: Date;
  /** As cards. */
  readonly children: ReactNode;
}

/** The activities as a table, the parts of the list one after the other. */
export function ActivityDesk({ filters, now, children }: ActivityDeskProps) {
  const { t } = useTranslation();
  const fetchPage = pagesInTurn(partsOf(filters, now).map(({ query }) => pagesOf('/activities', query)));
  const list = usePages(['activity', '/activities', filters, 'inTurn'], fetchPage);
  return (
    <ListItems<Activity>
      title={t('app.page.activities')}
      list={list}
      table={{ columns: useColumns(), rowKey: ({ id }) => id, rowName: ({ title }) => title }}
      empty={{ text: t('activity.empty') }}
      exported={{ name: t('activity.title'), columns: useExportColumns() }}
    >
      {() => children}
    </ListItems>
  );
}

/** Cards or a table, where the cards stand. */
export function ActivityLook() {
  const { t } = useTranslation();
  const { look, setLook } = useListLook();
  return (
    <div className="list-look">
      <Choice<Display>
        label={t('listDesk.display')}
        value={look.display ?? 'cards'}
        options={displays.map((one) => ({ value: one, label: t(`listDesk.displayAs.${one}`) }))}
        onChange={(display) => setLook({ ...look, display: display ?? null })}
      />
    </div>
  );
}

function useColumns(): Column<Activity>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('activity.titleLabel'),
      cell: ({ id, title }) => (
        <Link to={`/activities/${id}`} className="cell-link">
          {title}
        </Link>
      ),
      order: ({ title }) => title,
    },
    {
      key: 'phase',
      title: t('activity.phaseLabel'),
      cell: ({ phase }) => t(`activity.phase.${phase}`),
      order: ({ phase }) => activityPhases.indexOf(phase),
    },
    {
      key: 'startsAt',
      title: t('activity.time'),
      cell: ({ startsAt, endsAt }) => format.period(startsAt, endsAt),
      order: ({ startsAt }) => startsAt,
    },
    {
      key: 'kind',
      title: t('activity.kindLabel'),
      cell: ({ kind }) => t(`activity.kind.${kind}`),
      order: ({ kind }) => t(`activity.kind.${kind}`),
    },
    {
      key: 'organiser',
      title: t('activity.organiser'),
      cell: ({ organiser }) => organiser.name,
      order: ({ organiser }) => organiser.name,
    },
    {
      key: 'venue',
      title: t('activity.venue'),
      cell: ({ venue }) => venue ?? '',
      order: ({ venue }) => venue,
    },
  ];
}
