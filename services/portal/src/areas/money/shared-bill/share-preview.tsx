import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { keyOf } from '../cost-pool/cost-pool.model.js';
import { type BillForm, previewOf } from './bill-form.js';

/** What each party bears of what is typed so far. */
export function SharePreview() {
  const { t } = useTranslation();
  const { money } = useFormat();
  const values = Form.useWatch((all: BillForm) => all);
  const { shares, hasOddFen } = previewOf(values ?? {});
  return (
    <div aria-live="polite">
      {shares.length > 0 && (
        <dl className="facts money-facts" aria-label={t('money.costPool.sharing.preview')}>
          {shares.map(({ party, amount }) => (
            <ShareLine key={keyOf(party)} name={party.name} amount={money(amount)} />
          ))}
        </dl>
      )}
      {hasOddFen && <p className="hint">{t('money.costPool.sharing.oddFen')}</p>}
    </div>
  );
}

function ShareLine({ name, amount }: { readonly name: string; readonly amount: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{amount}</dd>
    </>
  );
}
