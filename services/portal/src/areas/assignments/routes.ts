import { page } from '../../kit/page.js';

/** Pages for people who are signed in. */
export const pages = [
  page('/assignments', 'OwedListPage', () => import('./assignment/owed-list-page.js'), 'assignment'),
  page('/assignments/calendar', 'CalendarPage', () => import('./assignment/calendar-page.js'), 'assignment'),
  page('/assignments/given', 'GivenListPage', () => import('./assignment/given-list-page.js'), 'assignment'),
  page(
    '/assignments/new',
    'NewAssignmentPage',
    () => import('./assignment/new-assignment-page.js'),
    'assignment',
    'signUpForm',
  ),
  page(
    '/assignments/:assignmentId',
    'AssignmentPage',
    () => import('./assignment/assignment-page.js'),
    'assignment',
    'signUpForm',
  ),
  page(
    '/assignment-parts/:partId',
    'AssignmentPartPage',
    () => import('./assignment/assignment-part-page.js'),
    'assignment',
    'signUpForm',
  ),
];
