import { lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { SignedIn } from './features/session/signed-in.js';
import { NotFoundPage } from './shell/dead-ends.js';
import { Shell } from './shell/shell.js';
import { LoadingState } from './shell/states.js';

// Each page is a chunk of its own, so that the first one is there quickly.
const SignInPage = lazy(async () => ({
  default: (await import('./features/session/sign-in-page.js')).SignInPage,
}));
const ActivityListPage = lazy(async () => ({
  default: (await import('./features/activity/activity-list-page.js')).ActivityListPage,
}));
const ActivityPage = lazy(async () => ({
  default: (await import('./features/activity/activity-page.js')).ActivityPage,
}));

/** Every address of the portal. The declarative router: the one with loaders is 15 kB more, and queries load here. */
export function Pages() {
  return (
    <BrowserRouter>
      <Shell>
        <Suspense fallback={<LoadingState />}>
          <Routes>
            <Route path="/sign-in" element={<SignInPage />} />
            <Route element={<SignedIn />}>
              <Route index element={<Navigate to="/activities" replace />} />
              <Route path="/activities" element={<ActivityListPage />} />
              <Route path="/activities/:activityId" element={<ActivityPage />} />
            </Route>
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </Shell>
    </BrowserRouter>
  );
}
