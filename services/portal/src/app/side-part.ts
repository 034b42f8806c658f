import { lazyPart } from '../kit/lazy-part.js';

/** The navigation of an officer: a worker's page does without its icons. */
export const SideNavigation = lazyPart('SideNavigation', () => import('./side-navigation.js'), { rows: 9 });
