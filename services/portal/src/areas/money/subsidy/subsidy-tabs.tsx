import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useOffices } from '../../../session/use-offices.js';

const tabs = [
  { to: '/subsidy-programmes', key: 'programmes' },
  { to: '/subsidy-applications', key: 'applications' },
  { to: '/subsidies', key: 'subsidies' },
] as const;

/** The pages of subsidies beneath those of money; a member who holds no office reads the programmes alone. */
export function SubsidyTabs() {
  const { t } = useTranslation();
  const { holdsOffice } = useOffices();
  if (!holdsOffice) return null;
  return (
    <>
      <nav className="page-tabs" aria-label={t('subsidy.tabs.label')}>
        {tabs.map(({ to, key }) => (
          <NavLink key={to} to={to} end>
            {t(`subsidy.tabs.${key}`)}
          </NavLink>
        ))}
      </nav>
    </>
  );
}
