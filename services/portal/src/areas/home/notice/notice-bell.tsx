import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageStands } from '../../../kit/use-page-stands.js';
import { useUnread } from './use-unread.js';

/** There is room for two digits. */
const shownMax = 99;

/** The link to the inbox, with the number of unread notices. It is read after the page, which must not wait for it. */
export function NoticeBell() {
  const { t } = useTranslation();
  const unread = useUnread(usePageStands());
  return (
    <Link to="/notices" className="notice-bell">
      <span className="visually-hidden">{t('app.notices', { count: unread })}</span>
      <svg viewBox="0 0 24 24" width="1.375em" height="1.375em" aria-hidden="true">
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
