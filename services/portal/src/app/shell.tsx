import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useSendKeptAnswers } from '../areas/evaluation/survey/use-send-kept-answers.js';
import { useAppearance } from '../kit/appearance.js';
import { ChangedNotice } from './changed-notice.js';
import { DemoBanner } from './demo-banner.js';
import { FactorNotice } from './factor-notice.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { OfflineNotice } from './offline-notice.js';
import { OfflineSeats } from './offline-seats.js';
import { useLiveHints } from './use-live-hints.js';

/** What stands around every page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { appearance } = useAppearance();
  useLiveHints();
  useSendKeptAnswers();
  useTopOfNewPage();
  useEffect(() => {
    document.documentElement.dataset['appearance'] = appearance;
  }, [appearance]);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('app.skipToContent')}
      </a>
      <DemoBanner />
      <Header />
      <OfflineNotice />
      <ChangedNotice />
      <main id="content" className="content" tabIndex={-1}>
        <FactorNotice />
        <OfflineSeats />
        {children}
      </main>
      <Footer />
    </>
  );
}

/** A page that is new begins at its top; one that is gone back to stays where it was. */
function useTopOfNewPage(): void {
  const { pathname } = useLocation();
  const isNew = useNavigationType() !== NavigationType.Pop;
  useEffect(() => {
    if (isNew) scrollTo(0, 0);
  }, [pathname, isNew]);
}
