import '../../../kit/styles/mine.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { WaitCard } from './wait-card.js';

/** One wait for a time. A notice leads here when a time is held for the person who waits. */
export function LoanWaitPage() {
  const { t } = useTranslation();
  const { waitId = '' } = useParams();
  const query = useRead('loanWait', '/loan-waits/{waitId}', { waitId });
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
