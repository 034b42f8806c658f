import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useFormat } from '../i18n/use-format.js';
import { useMe, useSignedIn } from '../session/use-session.js';

/** Leads people of whom the federation asks two-step sign-in to where it is set up. */
export function FactorNotice() {
  const isSignedIn = useSignedIn();
  return isSignedIn && <DueNotice />;
}

function DueNotice() {
  const { t } = useTranslation();
  const format = useFormat();
  const { pathname } = useLocation();
  const dueAt = useMe().data?.secondFactorDueAt ?? null;
  // The account's page says it itself.
  if (dueAt === null || pathname === '/account') return null;
  const isOverdue = new Date(dueAt) <= new Date();
  return (
    <Alert
      type="warning"
      showIcon
      className="notice"
      title={isOverdue ? t('app.factorOverdue') : t('app.factorDue', { when: format.instant(dueAt) })}
      action={<Link to="/account#two-step">{t('app.factorSetUp')}</Link>}
    />
  );
}
