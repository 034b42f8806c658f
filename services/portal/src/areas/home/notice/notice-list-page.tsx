import './notice.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { ListPage } from '../../../kit/list-page.js';
import { Refusal } from '../../../kit/states.js';
import { NoticeLine } from './notice-line.js';
import { useUnread } from './use-unread.js';

/** The inbox of the reader, the newest first. */
export function NoticeListPage() {
  const { t } = useTranslation();
  const [isUnreadOnly, setIsUnreadOnly] = useState(false);
  const notices = useList('notice', '/me/notices', isUnreadOnly ? { unread: true } : {});
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
        <Choice
          label={t('notice.show')}
          value={isUnreadOnly ? 'unread' : 'all'}
          options={[
            { value: 'all', label: t('notice.all') },
            { value: 'unread', label: t('notice.unreadOnly', { count: unread }) },
          ]}
          onChange={(value) => setIsUnreadOnly(value === 'unread')}
        />
      }
      list={notices}
      empty={{ text: t(isUnreadOnly ? 'notice.noneUnread' : 'notice.none') }}
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
