import { useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { lastDone } from '../kit/done-said.js';

/** Says for a few seconds that what was sent is done; in sight wherever on the page the button was. */
export function DoneNotice() {
  const { pathname } = useLocation();
  const said = useSyncExternalStore(lastDone.subscribe, lastDone.current);
  return (
    <div role="status" aria-live="polite" className="done-place">
      {said !== null && said.pathname === pathname && <p className="done-notice">{said.text}</p>}
    </div>
  );
}
