import { page } from '../../kit/page.js';

/** Pages that anybody may open. */
export const publicPages = [
  page(
    '/public/course-certificates',
    'VerifyCertificatePage',
    () => import('./course/verify-certificate-page.js'),
    'course',
  ),
];

/** Pages for people who are signed in. */
export const pages = [
  page('/records', 'RecordListPage', () => import('./record-list-page.js'), 'personRecord'),
  page('/records/new', 'EnterRecordPage', () => import('./enter-record-page.js'), 'personRecord'),
  page(
    '/records/import',
    'ImportRecordsPage',
    () => import('./import-records-page.js'),
    'personRecord',
    'recordImport',
  ),
  page('/records/:recordId', 'RecordPage', () => import('./record-page.js'), 'personRecord'),
  page('/records/:recordId/edit', 'EditRecordPage', () => import('./edit-record-page.js'), 'personRecord'),
  page('/my-records', 'MyRecordsPage', () => import('./my-records-page.js'), 'personRecord'),
  page('/my-records/new', 'DeclareRecordPage', () => import('./declare-record-page.js'), 'personRecord'),
  page('/visits', 'VisitListPage', () => import('./visit/visit-list-page.js'), 'visit'),
  page('/visits/new', 'EnterVisitPage', () => import('./visit/enter-visit-page.js'), 'visit'),
  page('/visits/:visitId', 'VisitPage', () => import('./visit/visit-page.js'), 'visit'),
  page('/visits/:visitId/edit', 'EditVisitPage', () => import('./visit/edit-visit-page.js'), 'visit'),
  page('/my-visits', 'MyVisitsPage', () => import('./visit/my-visits-page.js'), 'visit'),
  page('/talents', 'TalentsPage', () => import('./talents-page.js'), 'personRecord'),
  page('/courses', 'CourseListPage', () => import('./course/course-list-page.js'), 'course'),
  page('/courses/new', 'NewCoursePage', () => import('./course/new-course-page.js'), 'course'),
  page('/courses/:courseId', 'CoursePage', () => import('./course/course-page.js'), 'course'),
  page('/courses/:courseId/edit', 'EditCoursePage', () => import('./course/edit-course-page.js'), 'course'),
  page(
    '/courses/:courseId/figures',
    'CourseFiguresPage',
    () => import('./course/course-figures-page.js'),
    'course',
  ),
  page(
    '/courses/:courseId/attempts/:number',
    'AttemptPage',
    () => import('./course/attempt-page.js'),
    'course',
  ),
  page(
    '/courses/:courseId/certificate',
    'CertificatePage',
    () => import('./course/certificate-page.js'),
    'course',
  ),
];
