import './styles/check-in-code.css';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QrCode } from './qr-code.js';
import { useWakeLock } from './use-wake-lock.js';

interface CheckInCodeProps {
  readonly code: string;
  /** Of the activity: what the door asks, beside the code. */
  readonly title: string;
  /** When it takes place, in words. */
  readonly time: string;
}

/** What is shown at the door: scanned, or read out where no camera is at hand. A tap fills the screen with it. */
export function CheckInCode(props: CheckInCodeProps) {
  const { t } = useTranslation();
  const { code } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const open = (): void => {
    setIsOpen(true);
    dialog.current?.showModal();
  };
  return (
    <div className="check-in">
      <span>{t('registration.checkInCode')}</span>
      <div className="code-to-tap">
        <QrCode text={code} label={t('registration.checkInQr')} />
        <button type="button" aria-label={t('registration.fullScreen')} onClick={open} />
      </div>
      <code>{code}</code>
      <span className="hint">{t('registration.checkInHint')}</span>
      <dialog
        ref={dialog}
        className="code-screen"
        aria-label={t('registration.checkInCode')}
        onClose={() => setIsOpen(false)}
      >
        {isOpen && <FullScreen {...props} onClose={() => dialog.current?.close()} />}
      </dialog>
    </div>
  );
}

/** As large as the screen lets it be, and bright until it is closed by a tap anywhere. */
function FullScreen({ code, title, time, onClose }: CheckInCodeProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  useWakeLock(true);
  return (
    <>
      <p className="code-screen-title">{title}</p>
      <p>{time}</p>
      <QrCode text={code} label={t('registration.checkInQr')} />
      <code>{code}</code>
      <span aria-hidden="true">{t('registration.closeFullScreen')}</span>
      <button type="button" aria-label={t('registration.closeFullScreen')} onClick={onClose} />
    </>
  );
}
