import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useNameOf } from '../../../session/use-name-of.js';
import { type MatterPayment, tones } from './matter-payment.model.js';

const MatterPaymentActs = lazyPart('MatterPaymentActs', () => import('./matter-payment-acts.js'), {
  rows: 2,
});

interface CardProps {
  readonly payment: MatterPayment;
}

/** One payment: how much, for what in the accounts, who has dealt with it, and what can be done. */
export function MatterPaymentCard({ payment }: CardProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const title = t('matterPayment.line', { number: payment.matterNumber });
  return (
    <article className="card payment" aria-label={title}>
      <div className="payment-head">
        <h2>{title}</h2>
        <span className="big-figure">{money(payment.amount)}</span>
      </div>
      <p>
        <span className={`tag ${tones[payment.state]}`}>{t(`matterPayment.state.${payment.state}`)}</span>
      </p>
      <Facts payment={payment} />
      {(payment.mayApprove || payment.mayPay) && <MatterPaymentActs payment={payment} />}
    </article>
  );
}

function Facts({ payment }: CardProps) {
  const { t } = useTranslation();
  const { money, instant, date } = useFormat();
  const { parts, incomeKind, approvedAt, paidOn, returnedOn, reason, bankReference } = payment;
  const nameOf = useNameOf();
  const by = (personId: string | null, mask: string | null, time: string): string =>
    [nameOf(personId, mask), time].filter((one) => one !== null).join(t('common.separator'));
  const facts: readonly (readonly [string, string | null])[] = [
    [t('matterPayment.union'), payment.unionName],
    [t('matterPayment.expense'), t(`money.expense.${payment.expenseCode}`)],
    [t('matterPayment.fund'), incomeKind && t(`money.fund.${incomeKind}`)],
    [
      t('matterPayment.parts'),
      parts.length < 2
        ? null
        : parts
            .map(({ amount }, at) => t('matterPayment.part', { number: at + 1, amount: money(amount) }))
            .join(t('common.separator')),
    ],
    [t('matterPayment.askedBy'), by(payment.askedBy, payment.askedByName, instant(payment.askedAt))],
    [
      t('matterPayment.approvedBy'),
      approvedAt && by(payment.approvedBy, payment.approvedByName, instant(approvedAt)),
    ],
    [t('matterPayment.paidBy'), paidOn && by(payment.paidBy, payment.paidByName, date(paidOn))],
    [t('matterPayment.bankReference'), bankReference],
    [t('matterPayment.returnedOn'), returnedOn && date(returnedOn)],
    [t('matterPayment.reason'), reason],
  ];
  return (
    <dl className="facts money-facts">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ),
      )}
    </dl>
  );
}
