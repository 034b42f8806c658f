import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUnread } from './use-unread.js';

/** More than that are "many": two digits are all that there is room for. */
const shownMax = 99;

/** The way to the inbox, with how many notices are unread. The page comes first: nobody waits for the number. */
export function NoticeBell() {
  const { t } = useTranslation();
  const unread = useUnread(usePageStands());
  return (
    <Link to="/notices" className="notice-bell">
      <span className="visually-hidden">{t('app.notices', { count: unread })}</span>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path
          fill="none"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
          d="M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4"
        />
      </svg>
      {unread > 0 && (
        <span className="unread" aria-hidden="true">
          {unread > shownMax ? `${shownMax}+` : unread}
        </span>
      )}
    </Link>
  );
}

const lookEveryMs = 500;

/** Has the page that was opened first all that it asked for? What comes with every page must not come before it. */
function usePageStands(): boolean {
  const queryClient = useQueryClient();
  const [stands, setStands] = useState(false);
  useEffect(() => {
    if (stands) return undefined;
    const timer = setInterval(() => {
      const isOnItsWay = document.querySelector('main .skeleton') !== null || queryClient.isFetching() > 0;
      if (!isOnItsWay && document.querySelector('main h1') !== null) setStands(true);
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [queryClient, stands]);
  return stands;
}
