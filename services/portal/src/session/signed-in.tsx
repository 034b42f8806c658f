import { Navigate, Outlet, useLocation } from 'react-router';
import { signInAddress } from './next-page.js';
import { useSignedIn } from './use-session.js';

/** Lets through who is signed in; others sign in first and then come back. */
export function SignedIn() {
  const isSignedIn = useSignedIn();
  const { pathname, search, hash } = useLocation();
  // What stands behind the # stays there, so that it is sent to nobody.
  return isSignedIn ? <Outlet /> : <Navigate to={signInAddress(pathname + search) + hash} replace />;
}
