import './matter.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { MatterEntry } from './matter.model.js';

/** What was said and done, the first one first. Without a name it was whoever brought it, or the platform. */
export function MatterHistory({ entries }: { readonly entries: readonly MatterEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{t('matter.history')}</h2>
      <ol className="matter-history">
        {entries.map(({ sequence, event, at, by, byName, unionName, text }) => (
          <li key={sequence}>
            <p>
              <strong>{t(`matter.event.${event}`)}</strong>{' '}
              <span className="hint">
                {[unionName, nameOf(by, byName), format.instant(at)]
                  .filter((one) => one !== null)
                  .join(t('common.separator'))}
              </span>
            </p>
            {text !== null && <p className="prose">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
