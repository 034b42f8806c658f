import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import type { MatterReceipt } from './matter.model.js';

interface EnteredReceiptProps {
  readonly receipt: MatterReceipt;
  /** The next one calls. */
  readonly onNext: () => void;
}

/** Number and code in large type, to be read out or handed over on paper: nobody sees the code again. */
export function EnteredReceipt({ receipt, onNext }: EnteredReceiptProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, code, serviceName, unionName, decideBy } = receipt;
  return (
    <>
      <Alert
        type="success"
        showIcon
        role="status"
        title={t('matter.sent', { service: serviceName, union: unionName })}
        description={t('matter.decidedAtLatest', { time: format.instant(decideBy) })}
        className="notice"
      />
      <article className="card">
        <dl className="entered-receipt">
          <dt>{t('matter.number')}</dt>
          <dd>{number}</dd>
          <dt>{t('matter.code')}</dt>
          <dd>{code}</dd>
        </dl>
        <p>{t('matter.keepCode')}</p>
        <div className="actions no-print">
          <Button onClick={() => window.print()}>{t('matter.printReceipt')}</Button>
          <Button onClick={onNext}>{t('matter.enterNext')}</Button>
          <ButtonLink to="/matters" isPlain>
            {t('matter.toDesk')}
          </ButtonLink>
        </div>
      </article>
    </>
  );
}
