import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { useOnline } from '../../../kit/use-online.js';
import type { LoanDesk, useLoanDesk } from './use-loan-desk.js';

interface DeskNoticeProps {
  readonly kept: ReturnType<typeof useLoanDesk>;
  readonly desk: LoanDesk;
}

/** Whether the page works without a network, from a list of when, and the button that deletes the list from the device. */
export function DeskNotice({ kept, desk }: DeskNoticeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const isOnline = useOnline();
  if (!kept.isKept)
    return <Alert type="warning" showIcon className="notice" title={t('handoverDesk.notKept')} />;
  const at = format.instant(desk.asOf);
  const leave = async (): Promise<void> => {
    await kept.forget();
    await navigate('/loans?role=owner');
  };
  return (
    <div className="notice desk-notice">
      <p className={isOnline ? 'hint' : 'field-error'} role="status">
        {t(isOnline ? 'handoverDesk.ready' : 'handoverDesk.offline', {
          at,
          until: format.instant(desk.validUntil),
        })}
      </p>
      <ConfirmButton
        question={t('handoverDesk.forgetQuestion')}
        confirmText={t('handoverDesk.forget')}
        onConfirm={() => void leave()}
      >
        {t('handoverDesk.forget')}
      </ConfirmButton>
    </div>
  );
}
