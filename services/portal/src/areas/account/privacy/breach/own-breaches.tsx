import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../../api/use-read.js';
import { useFormat } from '../../../../i18n/use-format.js';
import { Loaded } from '../../../../kit/loaded.js';

/** The breaches of which the reader was notified. */
export function OwnBreaches() {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const own = useRead('dataBreach', '/me/data-breaches', {});
  return (
    <section className="card" aria-labelledby="breaches-title">
      <h2 id="breaches-title">{t('breach.ownListTitle')}</h2>
      <p className="hint">{t('breach.ownListHint')}</p>
      <Loaded query={own}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('breach.ownNone')}</p>
          ) : (
            <ul className="plain-list" aria-labelledby="breaches-title">
              {items.map(({ id, cause, notifiedAt }) => (
                <li key={id}>
                  <Link to={`/account/data-breaches/${id}`}>
                    {t('breach.ownLink', { when: instant(notifiedAt), cause })}
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
