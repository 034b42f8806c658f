import './matter.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { MemberName } from '../../../session/member-name.js';
import type { MatterEntry } from './matter.model.js';

/** What was said and done, the first one first. Without a name it was whoever brought it, or the platform. */
export function MatterHistory({ entries }: { readonly entries: readonly MatterEntry[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{t('matter.history')}</h2>
      <ol className="matter-history">
        {entries.map(({ sequence, event, at, by, byName, unionName, text }) => (
          <li key={sequence}>
            <p>
              <strong>{t(`matter.event.${event}`)}</strong>{' '}
              <span className="hint">
                {unionName !== null && `${unionName}${t('common.separator')}`}
                {byName !== null && (
                  <>
                    <MemberName personId={by} mask={byName} />
                    {t('common.separator')}
                  </>
                )}
                {format.instant(at)}
              </span>
            </p>
            {text !== null && <p className="prose">{text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
