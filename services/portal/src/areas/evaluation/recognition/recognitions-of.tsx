import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';

/** The recognitions that a subject holds; those of a club are its grading. */
export function RecognitionsOf({ subjectId }: { readonly subjectId: string }) {
  const { t } = useTranslation();
  const { items = [] } = useList('recognition', '/recognitions', { subjectId, state: 'granted' });
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
