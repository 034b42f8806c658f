import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useOffices } from '../session/use-offices.js';
import { isCurrent, mainEntries } from '../session/navigation.js';

/** Along the top of a desktop; along the bottom of a phone, where the thumb is. */
export function MainNavigation() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { holdsOffice } = useOffices();
  return (
    <nav aria-label={t('app.mainNavigation')} className="navigation">
      {mainEntries(holdsOffice).map((entry) => (
        <Link key={entry.to} to={entry.to} aria-current={isCurrent(entry, pathname) ? 'page' : undefined}>
          {t(`app.area.${entry.key}`)}
        </Link>
      ))}
    </nav>
  );
}
