import { complaintServiceId } from '@gongxiang/domain/complaints';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';

/** On every page: the way to complain, which no page may hide. */
export function Footer() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <footer className="footer">
      <Link to={`/services/${complaintServiceId}?page=${encodeURIComponent(pathname)}`}>
        {t('app.complain')}
      </Link>
    </footer>
  );
}
