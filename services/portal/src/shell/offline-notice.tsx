import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that there is no network. What is shown stays; what is on its way comes once there is one again. */
export function OfflineNotice() {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" aria-live="polite">
      {!isOnline && <p className="offline-notice">{t('app.offline')}</p>}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
