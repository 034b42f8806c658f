import './frame.css';

/** What stands around a page and comes after it, in one part: nobody's first page waits for its icons. */
export { BottomBar } from './bottom-bar.js';
export { HeaderTools } from './header-tools.js';
export { PageTrail } from './page-trail.js';
export { SideNavigation } from './side-navigation.js';
