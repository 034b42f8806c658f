import '../../../kit/styles/organising.css';
import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { OfResource } from './of-resource.js';

const NewSeriesForm = lazyPart('NewSeriesForm', () => import('./new-series-form.js'), { rows: 10 });

/** Borrows a resource again and again, by a rule. */
export function NewLoanSeriesPage() {
  const { t } = useTranslation();
  return (
    <OfResource>
      {(resource) => (
        <>
          <PageHead
            title={t('lending.series.title', { title: resource.title })}
            back={`/resources/${resource.id}`}
          />
          <section className="card" aria-labelledby="first-title">
            <h2 id="first-title">{t('lending.series.first')}</h2>
            <NewSeriesForm resource={resource} />
          </section>
        </>
      )}
    </OfResource>
  );
}
