import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from './button-link.js';
import { LoadAgain } from './load-again.js';
import { useOnline } from './use-online.js';
import { usePageTitle } from './use-page-title.js';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('common.notFound'));
  return (
    <div className="card empty-state">
      <h1>{t('common.notFound')}</h1>
      <p>{t('common.notFoundHint')}</p>
      <p>
        <ButtonLink to="/">{t('common.toHome')}</ButtonLink>
      </p>
      <Link to="/activities">{t('common.toActivities')}</Link>
    </div>
  );
}

/**
 * Also where a chunk of the portal does not come: because a newer version was installed meanwhile, which reloading mends,
 * or because there is no network.
 */
export function BrokenPage() {
  const { t } = useTranslation();
  const isOnline = useOnline();
  const title = t(isOnline ? 'common.brokenPage' : 'common.offlinePage');
  usePageTitle(title);
  return (
    <div className="content">
      <div className="card empty-state" role="alert">
        <h1>{title}</h1>
        <p>{t(isOnline ? 'common.brokenPageHint' : 'common.offlinePageHint')}</p>
        {isOnline ? (
          <Button type="primary" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        ) : (
          <LoadAgain />
        )}
      </div>
    </div>
  );
}
