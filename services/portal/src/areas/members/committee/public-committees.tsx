import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';

/** The committees of a union on its public page; nothing where none is known. */
export function PublicCommittees({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useRead('committee', '/public/unions/{unionId}/committees', { unionId });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="committees-title">
      <h2 id="committees-title">{t('committee.title')}</h2>
      {data.items.map(({ kind, fromDay, toDay, seats }) => (
        <div key={kind} className="card">
          <h3>{t(`committee.kinds.${kind}`)}</h3>
          <p className="hint">
            {t('committee.term', { from: format.date(fromDay), to: format.date(toDay) })}
          </p>
          <ul className="plain-list">
            {seats.map(({ office, name }, index) => (
              // Two members may have one masked name.
              <li key={index}>
                {t(`committee.offices.${office}`)} <strong>{name}</strong>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
