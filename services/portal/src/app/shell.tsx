import './shell.css';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { useSendKeptAnswers } from '../areas/evaluation/survey/use-send-kept-answers.js';
import { useAppearance } from '../kit/appearance.js';
import { useCameFrom } from '../kit/came-from.js';
import { useKeptList } from '../kit/kept-list.js';
import { useOffices } from '../session/use-offices.js';
import { useSignedIn } from '../session/use-session.js';
import { ChangedNotice } from './changed-notice.js';
import { DemoBanner } from './demo-banner.js';
import { DoneNotice } from './done-notice.js';
import { FactorNotice } from './factor-notice.js';
import { BottomBar, PageTrail, SideNavigation } from './frame-parts.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { OfflineNotice } from './offline-notice.js';
import { OfflineSeats } from './offline-seats.js';
import { useLiveHints } from './use-live-hints.js';

/** What stands around every page: for an officer the navigation at the side, for a worker five places. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { appearance } = useAppearance();
  const isSignedIn = useSignedIn();
  const { holdsOffice } = useOffices();
  const { pathname } = useLocation();
  const isOfficer = isSignedIn && holdsOffice;
  useLiveHints();
  useSendKeptAnswers();
  useTopOfNewPage();
  useCameFrom();
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
      <div className={isOfficer ? 'shell has-side' : 'shell'}>
        {isOfficer && <Side />}
        {isSignedIn && (
          <div className="places-bar">
            <BottomBar holdsOffice={holdsOffice} />
          </div>
        )}
        <div>
          <main id="content" className="content" tabIndex={-1}>
            {isOfficer && hasTrail(pathname) && (
              <div className="trail-place">
                <PageTrail />
              </div>
            )}
            <FactorNotice />
            <OfflineSeats />
            {children}
          </main>
          <Footer />
        </div>
      </div>
      <DoneNotice />
    </>
  );
}

/** The home page is where it is, and what is one's own belongs to no group. */
function hasTrail(pathname: string): boolean {
  return pathname !== '/' && !/^\/(my|account|public)(\/|$)/.test(pathname);
}

/** The navigation at the side of a desktop, which can be narrowed to its icons. */
function Side() {
  const [narrow, keep] = useKeptList('narrow');
  const isNarrow = narrow.length > 0;
  return (
    <div className={isNarrow ? 'sidebar is-narrow' : 'sidebar'}>
      <SideNavigation isNarrow={isNarrow} onNarrow={(wanted) => keep(wanted ? ['side'] : [])} />
    </div>
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
