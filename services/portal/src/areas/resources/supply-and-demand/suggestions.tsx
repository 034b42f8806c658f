import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';

/** What a union might offer next, and which of its offers nobody uses, with the reason in words. */
export function Suggestions({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const suggestions = useRead('offerSuggestion', '/unions/{unionId}/offer-suggestions', { unionId });
  return (
    <section className="card" aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{t('givenAndReceived.suggestions')}</h2>
      <Loaded query={suggestions}>
        {({ items }) =>
          items.length === 0 ? (
            <>
              <p>{t('givenAndReceived.noSuggestions')}</p>
              <p>
                <Link to="/needs" className="text-link">
                  {t('givenAndReceived.toNeeds')}
                </Link>
              </p>
            </>
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
