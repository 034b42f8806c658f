import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import type { Club, Organisation } from './party.model.js';

interface ClosedNoticeProps {
  readonly party: Pick<Club | Organisation, 'name' | 'closedAt' | 'closeReason'>;
  /** For whoever may open it again. */
  readonly reopen?: { readonly isPending: boolean; readonly error: Error | null };
  readonly onReopen?: () => void;
}

/** Since when a club or an organisation is closed, and why; nothing where it is in use. */
export function ClosedNotice({
  party: { name, closedAt, closeReason },
  reopen,
  onReopen,
}: ClosedNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (closedAt === null) return null;
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="notice"
        title={t('partyClosing.since', { at: format.instant(closedAt) })}
        description={closeReason === null ? undefined : t('partyClosing.why', { reason: closeReason })}
      />
      {reopen !== undefined && (
        <>
          {reopen.error !== null && <Refusal title={t('partyClosing.reopenRefused')} error={reopen.error} />}
          <div className="actions notice">
            <ConfirmButton
              loading={reopen.isPending}
              question={t('partyClosing.reopenQuestion', { name })}
              confirmText={t('partyClosing.reopen')}
              onConfirm={() => onReopen?.()}
            >
              {t('partyClosing.reopen')}
            </ConfirmButton>
          </div>
        </>
      )}
    </>
  );
}
