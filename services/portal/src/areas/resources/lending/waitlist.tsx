import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { WaitFacts } from './wait-card.js';

/** The waitlist of a resource, for its keeper. */
export function Waitlist({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const waits = useList('loanWait', '/resources/{resourceId}/waits', { resourceId });
  return (
    <section className="card" aria-labelledby="line-title">
      <h2 id="line-title">{t('lending.wait.line')}</h2>
      <PagedList list={waits} empty={{ text: t('lending.wait.lineNone') }}>
        {(items) => (
          <ul className="plain-list lines">
            {items.map((wait) => (
              <li key={wait.id}>
                <p>
                  <strong>{wait.borrowerUnionName}</strong>
                </p>
                <WaitFacts wait={wait} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
