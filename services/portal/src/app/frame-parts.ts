import { lazyPart } from '../kit/lazy-part.js';

const frame = () => import('./frame.js');

export const BottomBar = lazyPart('BottomBar', frame, { rows: 0 });
export const HeaderTools = lazyPart('HeaderTools', frame, { rows: 0 });
export const PageTrail = lazyPart('PageTrail', frame, { rows: 0 });
export const SideNavigation = lazyPart('SideNavigation', frame, { rows: 0 });
