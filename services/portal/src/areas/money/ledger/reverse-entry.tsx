import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Entry } from './ledger.model.js';

const ReverseForm = lazyPart('ReverseForm', () => import('./reverse-form.js'), { rows: 2 });

/** Reverses an entry by its exact opposite, once. */
export function ReverseEntry({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  if (!holds('approver') || entry.reversedBy !== null) return null;
  const isReversible = entry.kind === 'costs' || entry.kind === 'reversal';
  return (
    <section className="card" aria-labelledby="reverse-title">
      <h2 id="reverse-title">{t('money.entry.reverse.title')}</h2>
      {isReversible ? (
        <>
          <p>{t('money.entry.reverse.hint')}</p>
          <ReverseForm entry={entry} />
        </>
      ) : (
        <p>{t('money.entry.reverse.atSource')}</p>
      )}
    </section>
  );
}
