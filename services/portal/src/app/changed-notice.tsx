import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { changedMeanwhile, type Refused } from '../api/changed-meanwhile.js';

/** Where a decision was not taken, because what it was about is no longer as it was shown, says so. It goes with the page. */
export function ChangedNotice() {
  const { pathname } = useLocation();
  const refused = useSyncExternalStore(changedMeanwhile.subscribe, changedMeanwhile.current);
  const [Told, setTold] = useState<ComponentType<{ readonly refused: Refused }> | null>(null);
  useEffect(() => () => changedMeanwhile.forget(), [pathname]);
  useEffect(() => {
    if (refused === null) return;
    // It reads the page anew itself, once it watches. Where it cannot be had, the page is at least up to date.
    import('./changed-told.js').then(
      ({ ChangedTold }) => setTold(() => ChangedTold),
      () => refused.readAnew(),
    );
  }, [refused]);
  return (
    <div aria-live="assertive" className="changed-notice">
      {refused !== null && Told !== null && <Told refused={refused} />}
    </div>
  );
}
