import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../kit/page-head.js';
import { TaskList } from './task-list.js';

/** The maintenance tasks of all the resources that the reader keeps. */
export function MaintenanceListPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('maintenance.title')} back="/loans/desk" />
      <p className="hint">{t('maintenance.intro')}</p>
      <TaskList fileName={t('maintenance.title')} />
    </>
  );
}
