import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from './button-link.js';
import { LoadAgain } from './load-again.js';
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

export function BrokenPage() {
  const { t } = useTranslation();
  usePageTitle(t('common.brokenPage'));
  return (
    <div className="content">
      <div className="card empty-state" role="alert">
        <h1>{t('common.brokenPage')}</h1>
        <p>{t('common.brokenPageHint')}</p>
        <Button type="primary" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
      </div>
    </div>
  );
}

/**
 * A page of which the script did not come. Browsers believe in networks that lead nowhere, so it says the same whatever they
 * say: the line may be cut, or a newer version be there; trying again mends both.
 */
export function NotLoadedPage() {
  const { t } = useTranslation();
  usePageTitle(t('common.notLoadedPage'));
  return (
    <div className="content">
      <div className="card empty-state" role="alert">
        <h1>{t('common.notLoadedPage')}</h1>
        <p>{t('common.notLoadedPageHint')}</p>
        <LoadAgain />
      </div>
    </div>
  );
}
