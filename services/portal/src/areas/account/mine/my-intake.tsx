import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { IntakeLine } from '../../evaluation/intake/intake-line.js';

/** The reader's complaints, proposals and questions, and how each was answered. */
export function MyIntake() {
  const { t } = useTranslation();
  const entries = useList('intake', '/me/intake', {});
  return (
    <section className="card" aria-labelledby="my-intake-title">
      <h2 id="my-intake-title">{t('mine.intake')}</h2>
      <PagedList list={entries} empty={{ text: t('mine.noIntake') }}>
        {(items) => (
          <ul className="plain-list mine-lines">
            {items.map((entry) => (
              <IntakeLine key={entry.id} entry={entry} />
            ))}
          </ul>
        )}
      </PagedList>
      <Link to="/intake/new" className="back">
        {t('mine.newIntake')}
      </Link>
    </section>
  );
}
