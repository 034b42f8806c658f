import { recordingTypes } from './uploads.js';

const office = 'application/vnd.openxmlformats-officedocument';

/** As what a checked document is given out. */
export const attachmentTypes = [
  'application/pdf',
  `${office}.wordprocessingml.document`,
  `${office}.spreadsheetml.sheet`,
  `${office}.presentationml.presentation`,
  'text/csv',
  'text/plain',
];

/** Papers that people show: documents and photographs of them. */
export const paperTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** What phones record; others are not taken, as what their devices write into them is not known. */
export const videoTypes = [recordingTypes.mp4, recordingTypes.mov];
export const audioTypes = [recordingTypes.mp3, recordingTypes.m4a];

/** What a letter, or a sample of one, may be given out as. */
export const letterFiles = ['application/pdf', `${office}.wordprocessingml.document`];
