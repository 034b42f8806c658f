import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { useOffices } from '../../../session/use-offices.js';
import { Payee } from './payee.js';
import { mayFail, type Payment } from './payment.model.js';
import { ConfirmReceived, ConfirmSent, FailPayment } from './payment-acts.js';

interface PaymentCardProps {
  readonly payment: Payment;
  /** Its own page shows its bills beneath it. */
  readonly isOwnPage?: boolean;
}

/** One payment: its parties, its progress, and the possible acts. */
export function PaymentCard({ payment, isOwnPage = false }: PaymentCardProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { payer, payee } = payment;
  const title = t('money.payment.line', { payer: payer.name, payee: payee.name });
  return (
    <article className="card payment" aria-label={title}>
      <div className="payment-head">
        {!isOwnPage && <h2>{title}</h2>}
        <span className="big-figure">{money(payment.amount)}</span>
      </div>
      <PaymentFacts payment={payment} isOwnPage={isOwnPage} />
      <Acts payment={payment} />
    </article>
  );
}

function PaymentFacts({ payment, isOwnPage = false }: PaymentCardProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { sentAt, receivedAt, bankReference, failReason, entryId } = payment;
  const sent =
    sentAt === null ? t('money.payment.notSent') : t('money.payment.sentAt', { time: instant(sentAt) });
  const received =
    receivedAt === null
      ? t('money.payment.notReceived')
      : t('money.payment.receivedAt', { time: instant(receivedAt) });
  return (
    <dl className="facts money-facts">
      <DueFacts payment={payment} />
      <dt>{t('money.payment.sent')}</dt>
      <dd>{sent}</dd>
      {bankReference !== null && (
        <>
          <dt>{t('money.payment.bankReference')}</dt>
          <dd>{bankReference}</dd>
        </>
      )}
      <dt>{t('money.payment.received')}</dt>
      <dd>{received}</dd>
      {payment.receivedReference !== null && (
        <>
          <dt>{t('settling.payment.receivedReference')}</dt>
          <dd>{payment.receivedReference}</dd>
        </>
      )}
      {failReason !== null && (
        <>
          <dt>{t('money.payment.failReason')}</dt>
          <dd>{failReason}</dd>
        </>
      )}
      <dt>{t('money.payment.run')}</dt>
      <dd className="fact-links">
        <Link to={`/netting-runs/${payment.nettingRunId}`}>{t('money.payment.runLink')}</Link>
        {!isOwnPage && <Link to={`/payments/${payment.id}`}>{t('settling.payment.bills')}</Link>}
        {entryId !== null && <Link to={`/ledger/entries/${entryId}`}>{t('money.payment.entryLink')}</Link>}
      </dd>
    </dl>
  );
}

/** The due date and the number of reminders of an open payment. */
function DueFacts({ payment }: PaymentCardProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  if (payment.state !== 'open') return null;
  const { isOverdue, reminderCount } = payment;
  return (
    <>
      <dt>{t('settling.payment.dueOn')}</dt>
      <dd>
        {date(payment.dueOn)}{' '}
        {isOverdue && <span className="tag is-failed">{t('settling.payment.overdue')}</span>}{' '}
        {reminderCount > 0 && t('settling.payment.reminded', { count: reminderCount })}
      </dd>
    </>
  );
}

function Acts({ payment }: PaymentCardProps) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const { mayConfirm } = payment;
  return (
    <>
      {mayConfirm.length > 0 && <p className="hint">{t('money.payment.otherPerson')}</p>}
      {mayConfirm.includes('sent') && (
        <>
          <Payee payment={payment} />
          <ConfirmSent payment={payment} />
        </>
      )}
      {mayConfirm.includes('received') && <ConfirmReceived payment={payment} />}
      {mayFail(payment, holds('approver')) && <FailPayment payment={payment} />}
    </>
  );
}
