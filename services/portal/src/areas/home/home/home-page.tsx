import './home.css';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../kit/page-head.js';
import { WaitingNow } from '../waiting/waiting-now.js';
import { AheadSection } from './ahead-section.js';
import { BorrowNearby } from './borrow-nearby.js';
import { FirstSteps } from './first-steps.js';
import { NewActivities } from './new-activities.js';
import { QuickActions, usePlainHome } from './quick-actions.js';
import { UnionInShort } from './union-in-short.js';
import { useSmallUnion } from './use-small-union.js';

/** What waits for the reader, what they most often come for, and what is new near them. All of it is read at once. */
export function HomePage() {
  const { t } = useTranslation();
  const isPlain = usePlainHome();
  return (
    <>
      <PageHead title={t('app.page.home')} />
      <QuickActions />
      {isPlain ? <WaitingNow /> : <Sections />}
    </>
  );
}

/** An officer of a small union is first told the next step, and what the unions around would lend. */
function Sections() {
  const smallUnionId = useSmallUnion();
  return (
    <div className="home">
      <div>
        {smallUnionId && <FirstSteps />}
        <WaitingNow />
        {smallUnionId && <BorrowNearby unionId={smallUnionId} />}
        <AheadSection />
      </div>
      <div>
        {smallUnionId === null && <FirstSteps />}
        <UnionInShort />
        <NewActivities />
      </div>
    </div>
  );
}
