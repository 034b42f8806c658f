import '../../../kit/styles/mine.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { useWait } from './use-lending.js';
import { WaitCard } from './wait-card.js';

/** One wait for a time, to which those who wait are led when a time is kept for them. */
export function LoanWaitPage() {
  const { t } = useTranslation();
  const { waitId = '' } = useParams();
  const query = useWait(waitId);
  return (
    <Loaded query={query}>
      {(wait) => (
        <>
          <PageHead title={t('lending.wait.title', { title: wait.resourceTitle })} back="/my" />
          <section className="card" aria-label={wait.borrowerUnionName}>
            <p className="hint">{wait.borrowerUnionName}</p>
            <ul className="plain-list mine-lines">
              <WaitCard wait={wait} />
            </ul>
          </section>
        </>
      )}
    </Loaded>
  );
}
