import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { KeptItems } from './kept-items.js';

/** How far an erasure is, and what each service has erased and kept. */
export function ErasureOutcome({
  erasure,
}: {
  readonly erasure: components['schemas']['ErasureReceiptView'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, askedAt, effectiveAt, endedAt, progress } = erasure;
  const done = progress.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <section className="card" aria-labelledby="outcome-title">
      <h2 id="outcome-title">{t(`erasure.states.${state}`)}</h2>
      <p role="status">
        {t(`erasure.outcomeOf.${state}`, {
          asked: format.instant(askedAt),
          begins: format.instant(effectiveAt),
          ended: endedAt === null ? '' : format.instant(endedAt),
          done,
          all: progress.length,
        })}
      </p>
      {state === 'erased' && (
        <>
          <h3 id="gone-title">{t('erasure.gone')}</h3>
          <KeptItems
            parts={progress.map(({ service, erased }) => ({ service, items: erased }))}
            idPrefix="gone"
          />
          <h3 id="left-title">{t('erasure.stays')}</h3>
          <p className="hint">{t('erasure.staysHint')}</p>
          <KeptItems
            parts={progress.map(({ service, kept }) => ({ service, items: kept }))}
            idPrefix="left"
          />
        </>
      )}
    </section>
  );
}
