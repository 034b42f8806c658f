import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { useSuggestions } from './use-given-and-received.js';

/** What a union might offer next, and what of it stands idle, with the reason in words. */
export function Suggestions({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="card" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{t('givenAndReceived.suggestions')}</h2>
      <Loaded query={useSuggestions(unionId)}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('givenAndReceived.noSuggestions')}</p>
          ) : (
            <ul className="plain-list">
              {items.map(({ resourceId, title, advice, needs, lastLentAt }) => (
                <li key={resourceId}>
                  <p>
                    <Link to={`/resources/${resourceId}`}>{title}</Link>
                  </p>
                  <p className="hint">
                    {t(`givenAndReceived.advice.${advice}`, { count: needs })}
                    {lastLentAt !== null &&
                      ` ${t('givenAndReceived.lastLent', { time: format.instant(lastLentAt) })}`}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
