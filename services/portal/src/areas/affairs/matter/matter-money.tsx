import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { MatterStatus } from './matter.model.js';

type Money = NonNullable<MatterStatus['payment']>;

/** What is paid for a matter, and how far it is: for its person and for whoever has it in hand, without the account. */
export function MatterMoney({ payment }: { readonly payment: Money }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, amount, askedAt, paidOn } = payment;
  return (
    <section className="card" aria-labelledby="money-title">
      <h2 id="money-title">{t('matterMoney.title')}</h2>
      <p>
        <span className={`tag ${tones[state]}`}>{t(`matterMoney.state.${state}`)}</span>
      </p>
      <dl className="facts">
        <dt>{t('matterMoney.amount')}</dt>
        <dd>{format.money(amount)}</dd>
        <dt>{t('matterMoney.askedAt')}</dt>
        <dd>{format.instant(askedAt)}</dd>
        {paidOn !== null && (
          <>
            <dt>{t('matterMoney.paidOn')}</dt>
            <dd>{format.date(paidOn)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

const tones: Readonly<Record<Money['state'], string>> = {
  asked: 'is-closing',
  approved: 'is-kind',
  paid: 'is-published',
  refused: 'is-cancelled',
  returned: 'is-failed',
};
