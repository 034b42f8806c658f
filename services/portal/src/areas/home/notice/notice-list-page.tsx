import './notice.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { Choice } from '../../../kit/choice.js';
import { NoticeLine } from './notice-line.js';
import { useNotices, useReadAllNotices } from './use-notices.js';

/** Everything that I have been told, the newest first. */
export function NoticeListPage() {
  const { t } = useTranslation();
  const [isUnreadOnly, setIsUnreadOnly] = useState(false);
  const notices = useNotices(isUnreadOnly);
  const readAll = useReadAllNotices();
  const newest = notices.items?.[0]?.id;
  return (
    <>
      <PageHead title={t('notice.title')}>
        {notices.unread > 0 && newest !== undefined && (
          <Button loading={readAll.isPending} onClick={() => readAll.mutate(newest)}>
            {t('notice.readAll')}
          </Button>
        )}
      </PageHead>
      <div className="notice-filter">
        <Choice
          label={t('notice.show')}
          value={isUnreadOnly ? 'unread' : 'all'}
          options={[
            { value: 'all', label: t('notice.all') },
            { value: 'unread', label: t('notice.unreadOnly', { count: notices.unread }) },
          ]}
          onChange={(value) => setIsUnreadOnly(value === 'unread')}
        />
      </div>
      {readAll.isError && <Refusal title={t('notice.notRead')} error={readAll.error} />}
      <PagedList list={notices} empty={{ text: t(isUnreadOnly ? 'notice.noneUnread' : 'notice.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((notice) => (
              <li key={notice.id}>
                <NoticeLine notice={notice} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
