import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { PagedList } from '../../../kit/paged-list.js';
import { WaitCard } from './wait-card.js';

/** The waits of mine and of my unions; nothing where there are none. */
export function MyWaits() {
  const { t } = useTranslation();
  const waits = useList('loanWait', '/me/loan-waits', {});
  if (waits.items?.length === 0) return null;
  return (
    <section className="card" aria-labelledby="my-waits-title">
      <h2 id="my-waits-title">{t('lending.wait.mine')}</h2>
      <PagedList list={waits} empty={{ text: t('lending.wait.none') }}>
        {(items) => (
          <ul className="plain-list mine-lines">
            {items.map((wait) => (
              <WaitCard key={wait.id} wait={wait} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
