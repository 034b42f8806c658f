import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePageTitle } from './use-page-title.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('common.notFound'));
  return (
    <div className="card empty-state">
      <h1>{t('common.notFound')}</h1>
      <p>{t('common.notFoundHint')}</p>
      <Link to="/activities">{t('common.toActivities')}</Link>
    </div>
  );
}

/** Also where a chunk is gone because a newer version of the portal was installed meanwhile: reloading mends that. */
export function BrokenPage() {
  const { t } = useTranslation();
  usePageTitle(t('common.brokenPage'));
  return (
    <main className="content">
      <div className="card empty-state" role="alert">
        <h1>{t('common.brokenPage')}</h1>
        <p>{t('common.brokenPageHint')}</p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
      </div>
    </main>
  );
}
