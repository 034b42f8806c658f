import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NoticeBell } from '../areas/home/notice/notice-bell.js';
import { useSignedIn } from '../session/use-session.js';
import { AccountMenu } from './account-menu.js';
import { FindButton } from './find-button.js';
import { LanguageSwitch, LargeTypeSwitch } from './switches.js';

export function Header() {
  const { t } = useTranslation();
  const isSignedIn = useSignedIn();
  return (
    <header className="header">
      <Link to="/" className="brand" aria-label={t('app.name')}>
        <img src="/favicon.svg" alt="" width={28} height={28} />
        <span>{t('app.name')}</span>
      </Link>
      {isSignedIn && <FindButton />}
      <div className="header-tools">
        {isSignedIn ? (
          <>
            <NoticeBell />
            <AccountMenu />
          </>
        ) : (
          <>
            <LargeTypeSwitch />
            <LanguageSwitch />
          </>
        )}
      </div>
    </header>
  );
}
