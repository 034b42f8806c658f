import './styles/check-in-code.css';
import { useTranslation } from 'react-i18next';
import { QrCode } from './qr-code.js';

/** What is shown at the door: scanned, or read out where no camera is at hand. */
export function CheckInCode({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <div className="check-in">
      <span>{t('registration.checkInCode')}</span>
      <QrCode text={code} label={t('registration.checkInQr')} />
      <code>{code}</code>
      <span className="hint">{t('registration.checkInHint')}</span>
    </div>
  );
}
