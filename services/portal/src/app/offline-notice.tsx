import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { UnreachableError } from '../api/problem.js';
import { useOnline } from '../kit/use-online.js';
import { useReachable } from '../kit/use-reachable.js';

/**
 * Says that there is no network, however far down the page one is, once for all that the page could not read. What is shown
 * stays; what is on its way comes once there is one again.
 */
export function OfflineNotice() {
  const { t } = useTranslation();
  const isOnline = useOnline();
  const isReachable = useReachable();
  const queryClient = useQueryClient();
  // Browsers are wrong about networks at times: a try asks the network itself.
  const tryAgain = async (): Promise<void> => {
    onlineManager.setOnline(true);
    await queryClient.refetchQueries({
      type: 'active',
      predicate: ({ state }) => state.data === undefined || state.error instanceof UnreachableError,
    });
    onlineManager.setOnline(navigator.onLine);
  };
  return (
    <div role="status" aria-live="polite" className="offline-place">
      {!isReachable && (
        <p className="offline-notice">
          <span>{t(isOnline ? 'app.unreachable' : 'app.offline')}</span>
          <Button onClick={() => void tryAgain()}>{t('common.retry')}</Button>
        </p>
      )}
    </div>
  );
}
