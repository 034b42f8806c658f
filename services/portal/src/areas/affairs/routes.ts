import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page(
    '/services/:serviceId',
    'ServicePage',
    () => import('./service/service-page.js'),
    'matter',
    'signUpForm',
  ),
  page(
    '/matter-status',
    'MatterStatusPage',
    () => import('./matter/matter-status-page.js'),
    'matter',
    'matterStep',
    'signUpForm',
  ),
  page('/public-notices', 'PublicNoticesPage', () => import('./matter/public-notices-page.js'), 'matterStep'),
  page('/service-figures', 'ServiceFiguresPage', () => import('./figures/service-figures-page.js'), 'matter'),
];

/** Pages for people who are signed in. */
export const pages = [
  page('/my-matters', 'MyMattersPage', () => import('./matter/my-matters-page.js'), 'matter'),
  page('/intake/:complaintId', 'MovedComplaintPage', () => import('./matter/moved-complaint-page.js')),
  page('/matters', 'MatterDeskPage', () => import('./matter/matter-desk-page.js'), 'matter'),
  page(
    '/matters/enter',
    'EnterMatterPage',
    () => import('./matter/enter-matter-page.js'),
    'matter',
    'signUpForm',
  ),
  page(
    '/occasions',
    'OccasionListPage',
    () => import('./occasion/occasion-list-page.js'),
    'occasion',
    'matter',
  ),
  page(
    '/occasions/told/:unionId',
    'ToldOccasionsPage',
    () => import('./occasion/told-occasions-page.js'),
    'occasion',
    'matter',
  ),
  page('/my-occasions', 'MyOccasionsPage', () => import('./occasion/my-occasions-page.js'), 'occasion'),
  page(
    '/hardship-kinds',
    'HardshipKindListPage',
    () => import('./hardship/hardship-kind-list-page.js'),
    'hardshipKind',
  ),
  page('/coverage', 'CoveragePage', () => import('./cover/coverage-page.js'), 'coverage', 'matter'),
  page('/matters/figures', 'MatterFiguresPage', () => import('./figures/matter-figures-page.js'), 'matter'),
  page(
    '/matters/:matterId',
    'MatterPage',
    () => import('./matter/matter-page.js'),
    'matter',
    'matterStep',
    'signUpForm',
  ),
  page(
    '/service-items',
    'ServiceItemListPage',
    () => import('./service/service-item-list-page.js'),
    'matter',
  ),
  page(
    '/service-handlers',
    'ServiceHandlersPage',
    () => import('./service/service-handlers-page.js'),
    'matter',
  ),
  page(
    '/service-items/new',
    'NewServiceItemPage',
    () => import('./service/new-service-item-page.js'),
    'matter',
    'serviceDesign',
    'matterStep',
    'signUpForm',
  ),
  page(
    '/service-items/:serviceId',
    'ServiceItemPage',
    () => import('./service/service-item-page.js'),
    'matter',
    'serviceDesign',
    'matterStep',
    'signUpForm',
  ),
];
