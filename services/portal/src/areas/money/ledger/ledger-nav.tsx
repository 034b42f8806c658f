import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The pages on which the ledger itself is managed. */
const pages = [
  { to: '/ledger/periods', key: 'periods' },
  { to: '/ledger/proof', key: 'proof' },
  { to: '/account-closures', key: 'closures' },
  { to: '/ledger/amount-limits', key: 'limits' },
] as const;

export function LedgerNav() {
  const { t } = useTranslation();
  return (
    <nav className="page-tabs" aria-label={t('strictLedger.nav.label')}>
      {pages.map(({ to, key }) => (
        <NavLink key={to} to={to} end>
          {t(`strictLedger.nav.${key}`)}
        </NavLink>
      ))}
    </nav>
  );
}
