import type { ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { signInAddress } from './next-page.js';
import { useSignedIn } from './use-session.js';

interface SignedInProps {
  /** What stands at `/` for anybody else. */
  readonly front: ReactNode;
}

/** Shows the page to a person who is signed in; anybody else signs in first and then comes back. */
export function SignedIn({ front }: SignedInProps) {
  const isSignedIn = useSignedIn();
  const { pathname, search, hash } = useLocation();
  if (!isSignedIn && pathname === '/') return front;
  // The part after the # stays there, so that it is sent to nobody.
  return isSignedIn ? <Outlet /> : <Navigate to={signInAddress(pathname + search) + hash} replace />;
}
