import { Suspense } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import { SignedIn } from '../features/session/signed-in.js';
import { CatchBroken } from '../shell/catch-broken.js';
import { NotFoundPage } from '../shell/dead-ends.js';
import { Shell } from '../shell/shell.js';
import { LoadingState } from '../shell/states.js';
import { activitiesRoutes } from './activities.js';
import { evaluationRoutes } from './evaluation.js';
import { reportRoutes } from './reports.js';
import { membersRoutes } from './members.js';
import { mineRoutes } from './mine.js';
import { fundingRoutes } from './funding.js';
import { moneyRoutes } from './money.js';
import { resourcesRoutes } from './resources.js';
import { sessionRoutes } from './session.js';

/** Every address of the portal. The declarative router: the one with loaders is 15 kB more, and queries load here. */
export function Pages() {
  return (
    <BrowserRouter>
      <Shell>
        <PagesOfAddress />
      </Shell>
    </BrowserRouter>
  );
}

/** A page that breaks, or whose script is not to be had without a network, leaves what stands around it alone. */
function PagesOfAddress() {
  const { pathname } = useLocation();
  return (
    <CatchBroken address={pathname}>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          {sessionRoutes}
          <Route element={<SignedIn />}>
            {mineRoutes}
            {activitiesRoutes}
            {resourcesRoutes}
            {moneyRoutes}
            {fundingRoutes}
            {evaluationRoutes}
            {reportRoutes}
            {membersRoutes}
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </CatchBroken>
  );
}
