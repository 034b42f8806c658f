import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../session/use-session.js';
import { HeaderTools } from './frame-parts.js';
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
      {isSignedIn ? (
        <HeaderTools />
      ) : (
        <div className="header-tools">
          <LargeTypeSwitch />
          <LanguageSwitch />
        </div>
      )}
    </header>
  );
}
