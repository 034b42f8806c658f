import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf, withFilter, withoutBlanks } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useOffices } from '../../../session/use-offices.js';
import {
  type Announcement,
  type AnnouncementState,
  announcementStates,
  writerNameOf,
} from './announcement.model.js';

interface Filters {
  readonly state?: AnnouncementState;
  readonly q?: string;
}

/** What the unions of the person have announced, will announce, and have not finished writing. */
export function AnnouncementListPage() {
  const { t } = useTranslation();
  const { instant, number } = useFormat();
  const { holds, holdsAtRoot } = useOffices();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const show = (chosen: Filters): void => setSearch(searchOf(chosen));
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('app.page.announcements')}
      actions={
        <>
          {holds('officer') && <ButtonLink to="/announcements/new">{t('announcement.new')}</ButtonLink>}
          {holdsAtRoot('officer', 'auditor', 'operator') && (
            <Link to="/deliveries">{t('announcement.deliveries')}</Link>
          )}
        </>
      }
      intro={<p className="hint">{t('announcement.hint')}</p>}
      filters={
        <Choice<AnnouncementState>
          label={t('announcement.stateLabel')}
          value={filters.state}
          options={[
            { value: '', label: t('announcement.allStates') },
            ...announcementStates.map((value) => ({ value, label: t(`announcement.state.${value}`) })),
          ]}
          onChange={(chosen) => show(withFilter(filters, 'state', chosen))}
        />
      }
      search={{
        label: t('announcement.find'),
        value: filters.q ?? '',
        onFind: (text) => show(withFilter(filters, 'q', text)),
      }}
      list={useList('announcement', '/announcements', filters)}
      empty={{ text: t(isFiltered ? 'common.nothingFound' : 'announcement.none') }}
      table={{
        rowKey: ({ id }) => id,
        columns: [
          { key: 'title', title: t('announcement.subject'), cell: (one) => <TitleCell announcement={one} /> },
          { key: 'writer', title: t('announcement.writer'), cell: writerNameOf },
          { key: 'toWhom', title: t('announcement.toWhom'), cell: (one) => <ToWhom announcement={one} /> },
          {
            key: 'state',
            title: t('announcement.stateLabel'),
            cell: ({ state }) => <span className="tag">{t(`announcement.state.${state}`)}</span>,
          },
          {
            key: 'sendAt',
            title: t('announcement.sendAt'),
            cell: ({ sendAt }) => (sendAt === null ? t('common.none') : instant(sendAt)),
          },
          {
            key: 'sent',
            title: t('announcement.sent'),
            isNumber: true,
            cell: ({ sent }) => number(sent),
          },
        ],
      }}
      exported={{ name: t('announcement.title'), columns: useExportColumns() }}
    />
  );
}

function filtersOf(search: URLSearchParams): Filters {
  const state = announcementStates.find((one) => one === search.get('state'));
  return withoutBlanks<Filters>({ state, q: search.get('q') ?? undefined });
}

function TitleCell({ announcement: { id, title } }: { readonly announcement: Announcement }) {
  return (
    <Link to={`/announcements/${id}`} className="cell-link">
      {title}
    </Link>
  );
}

function ToWhom({ announcement }: { readonly announcement: Announcement }) {
  const { t } = useTranslation();
  const { audience, audienceName: name } = announcement;
  return t(`announcement.audienceIs.${audience.kind}`, { name, days: audience.days ?? 0 });
}

function useExportColumns(): ExportColumn<Announcement>[] {
  const { t } = useTranslation();
  return [
    { title: t('announcement.subject'), text: ({ title }) => title },
    { title: t('announcement.text'), text: ({ text }) => text },
    { title: t('announcement.writer'), text: writerNameOf },
    { title: t('announcement.toWhom'), text: ({ audience }) => t(`announcement.audience.${audience.kind}`) },
    { title: t('announcement.of'), text: ({ audienceName }) => audienceName },
    { title: t('announcement.stateLabel'), text: ({ state }) => t(`announcement.state.${state}`) },
    { title: t('announcement.sendAt'), kind: 'instant', text: ({ sendAt }) => sendAt ?? '' },
    {
      title: t('announcement.recipients'),
      kind: 'count',
      text: ({ recipients }) => String(recipients ?? ''),
    },
    { title: t('announcement.sent'), kind: 'count', text: ({ sent }) => String(sent) },
  ];
}
