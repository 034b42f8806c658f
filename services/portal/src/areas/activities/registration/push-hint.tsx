import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { dismissHint } from './hint-dismissed.js';

/** Leads to where this browser is turned on, unless the reader is told somewhere already. */
export function PushHint({ isWaiting }: { readonly isWaiting: boolean }) {
  const { t } = useTranslation();
  const { data } = useRead('noticeAddress', '/me/notice-addresses', {});
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed || !data?.pushKey || data.items.length > 0) return null;
  const dismiss = (): void => {
    dismissHint();
    setIsDismissed(true);
  };
  return (
    <p className="actions">
      <Link to="/account/notices">{t(isWaiting ? 'pushHint.seat' : 'pushHint.change')}</Link>
      <Button type="text" onClick={dismiss}>
        {t('pushHint.dismiss')}
      </Button>
    </p>
  );
}
