import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { HoldState } from './use-hold.js';

interface HoldNoticeProps {
  readonly hold: HoldState;
  readonly onAgain: () => void;
}

/** Until when the chosen time is held, that the hold has expired, or that others have the time. */
export function HoldNotice({ hold, onAgain }: HoldNoticeProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <div role="status">
      {hold.is === 'kept' && <p>{t('resource.borrow.hold.kept', { until: instant(hold.expiresAt) })}</p>}
      {hold.is === 'taken' && <p className="field-error">{t('resource.borrow.hold.taken')}</p>}
      {hold.is === 'over' && (
        <>
          <p>{t('resource.borrow.hold.over')}</p>
          <Button onClick={onAgain}>{t('resource.borrow.hold.again')}</Button>
        </>
      )}
    </div>
  );
}
