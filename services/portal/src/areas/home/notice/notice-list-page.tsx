import './notice.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import type { BulkCommand } from '../../../kit/use-bulk.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useFormat } from '../../../i18n/use-format.js';
import { NoticeLine } from './notice-line.js';
import { useUnread } from './use-unread.js';

type Notice = components['schemas']['NoticeView'];

/** In the order of what people come for. The table of kinds itself is no part of the page. */
const noticeTopics = [
  'activities',
  'affairs',
  'lending',
  'money',
  'evaluation',
  'membership',
  'announcements',
] as const;
type NoticeTopic = (typeof noticeTopics)[number];

/** The inbox of the reader, the newest first. */
export function NoticeListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const isUnreadOnly = search.get('unread') === 'true';
  const topic = noticeTopics.find((one) => one === search.get('topic')) ?? null;
  const notices = useList('notice', '/me/notices', {
    ...(isUnreadOnly && { unread: true }),
    ...(topic !== null && { topic }),
  });
  const unread = useUnread();
  const readAll = useCommand('notice', 'post', '/me/notices/read-all');
  const newest = notices.items?.[0]?.id;
  return (
    <ListPage
      title={t('app.page.notices')}
      actions={
        <>
          <Link to="/account/notices">{t('notice.settings')}</Link>
          {unread > 0 && newest !== undefined && (
            <Button loading={readAll.isPending} onClick={() => readAll.mutate({ body: { upTo: newest } })}>
              {t('notice.readAll')}
            </Button>
          )}
        </>
      }
      intro={readAll.isError && <Refusal title={t('notice.notRead')} error={readAll.error} />}
      filters={
        <Filters
          isUnreadOnly={isUnreadOnly}
          topic={topic}
          onChange={(...chosen) => setSearch(filtersOf(...chosen))}
        />
      }
      list={notices}
      table={{ columns: useColumns(), rowKey: ({ id }) => id, rowName: titleOf }}
      commands={[useReadEach()]}
      empty={{ text: t(noneOf(isUnreadOnly, topic)) }}
    >
      {(items) => (
        <ul className="plain-list">
          {items.map((notice) => (
            <li key={notice.id}>
              <NoticeLine notice={notice} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

interface FiltersProps {
  readonly isUnreadOnly: boolean;
  readonly topic: NoticeTopic | null;
  readonly onChange: (isUnreadOnly: boolean, topic: NoticeTopic | null) => void;
}

function Filters({ isUnreadOnly, topic, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const unread = useUnread();
  return (
    <>
      <Choice
        label={t('notice.show')}
        value={isUnreadOnly ? 'unread' : 'all'}
        options={[
          { value: 'all', label: t('notice.all') },
          { value: 'unread', label: t('notice.unreadOnly', { count: unread }) },
        ]}
        onChange={(value) => onChange(value === 'unread', topic)}
      />
      <Choice
        label={t('notice.topicLabel')}
        value={topic ?? 'all'}
        options={[
          { value: 'all', label: t('notice.topic.all') },
          ...noticeTopics.map((one) => ({ value: one, label: t(`notice.topic.${one}`) })),
        ]}
        onChange={(value) => onChange(isUnreadOnly, noticeTopics.find((one) => one === value) ?? null)}
      />
    </>
  );
}

/** Nothing of a topic does not mean that there is nothing. */
function noneOf(isUnreadOnly: boolean, topic: NoticeTopic | null) {
  if (topic !== null) return 'notice.noneOfTopic';
  return isUnreadOnly ? 'notice.noneUnread' : 'notice.none';
}

function filtersOf(isUnreadOnly: boolean, topic: NoticeTopic | null): Record<string, string> {
  return { ...(isUnreadOnly && { unread: 'true' }), ...(topic !== null && { topic }) };
}

function titleOf({ title, heading }: Notice): string {
  return title ?? heading;
}

function useReadEach(): BulkCommand<Notice> {
  const { t } = useTranslation();
  return {
    key: 'read',
    text: t('notice.markRead'),
    mayRun: ({ readAt }) => readAt === null,
    run: ({ id }, key) => request('post', '/me/notices/{noticeId}/read', { noticeId: id }, { key }),
    touches: 'notice',
  };
}

function useColumns(): Column<Notice>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('notice.what'),
      cell: (notice) => (
        <Link to={notice.link} className="cell-link">
          {notice.readAt === null ? <strong>{titleOf(notice)}</strong> : titleOf(notice)}
        </Link>
      ),
      order: titleOf,
    },
    { key: 'about', title: t('notice.about'), cell: ({ subject, lines }) => subject ?? lines[0] ?? '' },
    { key: 'kind', title: t('notice.kind'), cell: ({ heading }) => heading, order: ({ heading }) => heading },
    {
      key: 'createdAt',
      title: t('notice.when'),
      cell: ({ createdAt }) => format.instant(createdAt),
      order: ({ createdAt }) => createdAt,
    },
    {
      key: 'readAt',
      title: t('notice.state'),
      cell: ({ readAt }) => (readAt === null ? <strong>{t('notice.unread')}</strong> : t('notice.wasRead')),
      order: ({ readAt }) => readAt ?? '',
    },
  ];
}
