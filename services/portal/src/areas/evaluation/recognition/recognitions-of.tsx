import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecognitions } from './use-recognitions.js';

/** What something was recognised for and still is: for a club, its grading. Nothing where there is nothing. */
export function RecognitionsOf({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation();
  const { items = [] } = useRecognitions({ subjectId, state: 'granted' });
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="recognitions-title">
      <h2 id="recognitions-title">{t('recognition.heading')}</h2>
      <ul className="plain-list">
        {items.map(({ id, title, level, year, rankingId }) => (
          <li key={id}>
            <p>
              <strong>{level}</strong> {title} · {t('recognition.ofYear', { year })}
            </p>
            <p>
              <Link to={`/rankings/${rankingId}`}>{t('recognition.toRanking')}</Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
