import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Loads the page again, once the platform answers: to reload without it would leave the browser's own page of errors,
 * from which the portal cannot come back by itself.
 */
export function LoadAgain() {
  const { t } = useTranslation();
  const [state, setState] = useState<'idle' | 'trying' | 'failed'>('idle');
  const tryAgain = (): void => {
    setState('trying');
    fetch(location.href, { cache: 'no-store' }).then(
      () => location.reload(),
      () => setState('failed'),
    );
  };
  return (
    <>
      <Button type="primary" loading={state === 'trying'} onClick={tryAgain}>
        {t('common.retry')}
      </Button>
      <p role="status">{state === 'failed' && t('common.stillOffline')}</p>
    </>
  );
}
