import { page } from '../../kit/page.js';

/** Pages for people who are signed in. */
export const pages = [
  page('/records', 'RecordListPage', () => import('./record-list-page.js'), 'personRecord'),
  page('/records/new', 'EnterRecordPage', () => import('./enter-record-page.js'), 'personRecord'),
  page('/records/:recordId', 'RecordPage', () => import('./record-page.js'), 'personRecord'),
  page('/records/:recordId/edit', 'EditRecordPage', () => import('./edit-record-page.js'), 'personRecord'),
  page('/my-records', 'MyRecordsPage', () => import('./my-records-page.js'), 'personRecord'),
  page('/my-records/new', 'DeclareRecordPage', () => import('./declare-record-page.js'), 'personRecord'),
  page('/talents', 'TalentsPage', () => import('./talents-page.js'), 'personRecord'),
];
