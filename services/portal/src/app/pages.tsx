import { Suspense } from 'react';
import { BrowserRouter, Route, Routes, useLocation } from 'react-router';
import * as account from '../areas/account/routes.js';
import * as affairs from '../areas/affairs/routes.js';
import * as bulletins from '../areas/bulletins/routes.js';
import * as circles from '../areas/circles/routes.js';
import * as assignments from '../areas/assignments/routes.js';
import * as activities from '../areas/activities/routes.js';
import * as evaluation from '../areas/evaluation/routes.js';
import * as home from '../areas/home/routes.js';
import * as listings from '../areas/listings/routes.js';
import * as members from '../areas/members/routes.js';
import * as money from '../areas/money/routes.js';
import * as records from '../areas/records/routes.js';
import * as resources from '../areas/resources/routes.js';
import * as works from '../areas/works/routes.js';
import { NotFoundPage } from '../kit/dead-ends.js';
import type { PageRoute } from '../kit/page.js';
import { LoadingState } from '../kit/states.js';
import { SignedIn } from '../session/signed-in.js';
import { CatchBroken } from './catch-broken.js';
import { Shell } from './shell.js';

const publicPages = [
  account,
  home,
  activities,
  affairs,
  bulletins,
  listings,
  records,
  works,
  evaluation,
].flatMap((area) => area.publicPages);
const pages = [
  home,
  account,
  activities,
  affairs,
  bulletins,
  listings,
  assignments,
  records,
  works,
  circles,
  resources,
  money,
  evaluation,
  members,
].flatMap((area) => area.pages);

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

/** A page that breaks, or whose script cannot be loaded without a network, leaves what stands around it alone. */
function PagesOfAddress() {
  const { pathname } = useLocation();
  return (
    <CatchBroken address={pathname}>
      <Suspense fallback={<LoadingState />}>
        <Routes>
          {publicPages.map(routeOf)}
          <Route element={<SignedIn front={home.frontPage.element} />}>{pages.map(routeOf)}</Route>
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </CatchBroken>
  );
}

function routeOf({ path, element }: PageRoute) {
  return <Route key={path} path={path} element={element} />;
}
