import { useLocation } from 'react-router';
import { mayKeepSeats } from '../session/vault/kept-doors.js';
import { lazyPart } from '../kit/lazy-part.js';
import { isPageOfSeats } from './pages-of-seats.js';
import { useReachable } from '../kit/use-reachable.js';

const KeptSeatsPanel = lazyPart(
  'KeptSeatsPanel',
  () => import('../areas/activities/kept-seats/kept-seats-panel.js'),
  {
    rows: 0,
    texts: ['activity', 'mine'],
  },
);

/** Without a network, the codes that a door asks for stand first wherever one looks for them. */
export function OfflineSeats() {
  const isReachable = useReachable();
  const { pathname } = useLocation();
  return isReachable || !isPageOfSeats(pathname) || !mayKeepSeats() ? null : <KeptSeatsPanel />;
}
