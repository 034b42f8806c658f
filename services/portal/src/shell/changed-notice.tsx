import { Button } from 'antd';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { changedMeanwhile } from '../api/changed-meanwhile.js';

/** Says that a decision was not taken, because what it was about is no longer as it was shown. It goes with the page. */
export function ChangedNotice() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const isTold = useSyncExternalStore(changedMeanwhile.subscribe, changedMeanwhile.isTold);
  useEffect(() => () => changedMeanwhile.forget(), [pathname]);
  return (
    <div aria-live="assertive" className="changed-notice">
      {isTold && (
        <p>
          {t('app.changedMeanwhile')}{' '}
          <Button onClick={() => changedMeanwhile.forget()}>{t('app.changedMeanwhileSeen')}</Button>
        </p>
      )}
    </div>
  );
}
