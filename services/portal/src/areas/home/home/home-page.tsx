import './home.css';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../kit/page-head.js';
import { WaitingNow } from '../waiting/waiting-now.js';
import { AheadSection } from './ahead-section.js';
import { NewActivities } from './new-activities.js';

/** What waits for the reader, and what is new near them. All of it is read at once. */
export function HomePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('home.title')} />
      <div className="home">
        <div>
          <WaitingNow />
          <AheadSection />
        </div>
        <NewActivities />
      </div>
    </>
  );
}
