import { useTranslation } from 'react-i18next';
import { useOnline } from '../kit/use-online.js';

/** Says that there is no network, however far down the page one is. What is shown stays; what is on its way comes once there is one again. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const isOnline = useOnline();
  return (
    <div role="status" aria-live="polite" className="offline-place">
      {!isOnline && <p className="offline-notice">{t('app.offline')}</p>}
    </div>
  );
}
