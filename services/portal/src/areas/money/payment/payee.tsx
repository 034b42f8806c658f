import './payee.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CopyButton } from '../../../kit/copy-button.js';
import type { Payment } from './payment.model.js';

/** Where the money goes, as one types it at the bank: each part is copied by itself. */
export function Payee({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const { payee, payeeAccount, amount, remark } = payment;
  const account =
    payeeAccount === null
      ? []
      : ([
          ['accountName', payeeAccount.accountName],
          ['accountNumber', payeeAccount.accountNumber],
          ['bankName', payeeAccount.bankName],
        ] as const);
  const parts = [...account, ['amount', yuanOf(amount.amount)], ['remark', remark]] as const;
  return (
    <section aria-label={t('settling.payee.title')} className="payee">
      <h3>{t('settling.payee.title')}</h3>
      {payeeAccount === null && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('settling.payee.none', { payee: payee.name })}
        />
      )}
      <dl className="facts money-facts">
        {parts.map(([part, text]) => (
          <CopiedPart key={part} name={t(`settling.payee.${part}`)} text={text} />
        ))}
      </dl>
      <Standing payment={payment} />
    </section>
  );
}

/** Whether the account may have been changed by a fraud: payers are warned where it changed after the debt was netted. */
function Standing({ payment }: { readonly payment: Payment }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { payeeAccountSince, isPayeeAccountConfirmed, createdAt } = payment;
  if (payeeAccountSince === null) return null;
  const time = instant(payeeAccountSince);
  if (!isPayeeAccountConfirmed)
    return <Alert type="warning" showIcon className="notice" title={t('settling.payee.byOne', { time })} />;
  if (payeeAccountSince > createdAt)
    return (
      <Alert type="warning" showIcon className="notice" title={t('settling.payee.changedSince', { time })} />
    );
  return <p className="hint">{t('settling.payee.since', { time })}</p>;
}

function CopiedPart({ name, text }: { readonly name: string; readonly text: string }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{name}</dt>
      <dd className="payee-part">
        <span>{text}</span>
        <CopyButton
          text={text}
          label={t('settling.payee.copy', { name })}
          doneText={t('settling.payee.copied')}
          failedText={t('settling.payee.notCopied')}
        />
      </dd>
    </>
  );
}
