import '../../../kit/styles/agreement.css';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { SplitPreview } from '../agreement/split-preview.js';
import { useSplit } from '../agreement/use-split.js';
import type { Rehearsal } from './use-rehearsal.js';

/** What each party would pay of an amount, by the agreement in force and the heads of the rehearsal. */
export function CostReport({ cost }: { readonly cost: NonNullable<Rehearsal['cost']> }) {
  const { t } = useTranslation();
  const id = useId();
  const [yuan, setYuan] = useState('1000');
  const fen = fenOf(yuan);
  const split = useSplit(
    fen === null ? null : { ...cost.split, total: { amount: fen, currency: 'CNY' }, rotation: 0 },
  );
  const parties = cost.parties.map(({ kind, id: partyId, name }) => ({ key: `${kind}:${partyId}`, name }));
  return (
    <section className="card" aria-labelledby="cost-title">
      <h2 id="cost-title">{t('rehearsal.cost')}</h2>
      <p className="hint">{t('rehearsal.costHint', { number: cost.versionNumber })}</p>
      <label htmlFor={id}>{t('rehearsal.total')}</label>
      <MoneyInput id={id} value={yuan} onChange={setYuan} />
      {fen === null && (
        <p className="field-error" role="alert">
          {t('rehearsal.totalFormat')}
        </p>
      )}
      <SplitPreview split={split} parties={parties} source={null} />
    </section>
  );
}
