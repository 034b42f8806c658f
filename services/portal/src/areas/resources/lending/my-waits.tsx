import { useTranslation } from 'react-i18next';
import { PagedList } from '../../../kit/paged-list.js';
import { useMyWaits } from './use-lending.js';
import { WaitCard } from './wait-card.js';

/** What I and my unions wait for; who never waited for anything is not asked to look at an empty list. */
export function MyWaits() {
  const { t } = useTranslation();
  const waits = useMyWaits();
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
