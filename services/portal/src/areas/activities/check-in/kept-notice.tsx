import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { useOnline } from '../../../kit/use-online.js';
import { canSeal } from '../../../session/vault/vault-of.js';
import { useDoorAccess } from './door-access.js';
import type { KeptRoster } from './use-roster.js';

/** Whether this door works without a network, by which list, and how to delete the list from the device. */
export function KeptNotice({ kept, isOpen }: { readonly kept: KeptRoster; readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOnline = useOnline();
  const { roster, progress, isKept, forget } = kept;
  if (roster === null && progress !== null) return <LoadedSoFar progress={progress} />;
  if (roster === null || (!isOpen && !isKept)) return null;
  const { asOf, validUntil, activityId } = roster.head;
  if (!isKept)
    return (
      <Alert
        type="warning"
        showIcon
        className="notice no-print"
        title={t(canSeal() ? 'checkIn.notKept' : 'checkIn.needsHttps')}
      />
    );
  return (
    <div className="kept-notice no-print">
      <p className={isOnline ? 'hint' : 'field-error'} role="status">
        {t(isOnline ? 'checkIn.ready' : 'checkIn.offlineBy', {
          at: format.instant(asOf),
          until: format.instant(validUntil),
          count: roster.entries.length,
        })}
      </p>
      <Forget activityId={activityId} forget={forget} />
    </div>
  );
}

interface ForgetProps {
  readonly activityId: string;
  readonly forget: KeptRoster['forget'];
}

/** Staff may leave the door on this device; what a helper's phone keeps goes with its link. */
function Forget({ activityId, forget }: ForgetProps) {
  const { t } = useTranslation();
  const { isHelper } = useDoorAccess();
  const navigate = useNavigate();
  if (isHelper) return null;
  const leave = async (): Promise<void> => {
    await forget();
    await navigate(`/activities/${activityId}/organise`);
  };
  return (
    <ConfirmButton
      question={t('checkIn.forgetQuestion')}
      confirmText={t('checkIn.forget')}
      onConfirm={() => void leave()}
    >
      {t('checkIn.forget')}
    </ConfirmButton>
  );
}

function LoadedSoFar({ progress }: { readonly progress: NonNullable<KeptRoster['progress']> }) {
  const { t } = useTranslation();
  const { head, entries } = progress;
  const count = Math.max(head.count, entries.length);
  return (
    <p className="notice">
      <progress value={entries.length} max={count} aria-label={t('checkIn.loadingRoster')} />{' '}
      <span role="status">{t('checkIn.loadedSoFar', { loaded: entries.length, count })}</span>
    </p>
  );
}
