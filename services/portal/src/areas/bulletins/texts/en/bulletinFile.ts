import type { texts as chinese } from '../zh-CN/bulletinFile.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  bulletinFile: {
    pictures: {
      title: 'Pictures',
      about:
        'Shown beneath the text; the first is the cover, which lists show as well. Place, time and device are taken out when they are uploaded.',
      aboutWithin: 'Shown beneath the text. Place, time and device are taken out when they are uploaded.',
      add: 'Add pictures (several at once, or drop them here)',
      addHint:
        'JPEG, PNG or WebP, up to 10 MB each, 9 at most. Please ask the people in them for their consent first.',
      full: 'There are {{max, number}} pictures, which is the limit.',
      number: 'Picture {{number, number}}',
      wrongType:
        'Please use a JPEG, PNG or WebP picture. Convert HEIC pictures of an iPhone to JPEG first, or choose “Most Compatible” in Settings, Camera, Formats.',
    },
    attachments: {
      title: 'Attachments',
      about:
        'Readers can download them. Files are checked by their content: none with macros, scripts or passwords.',
      aboutWithin:
        'Anyone who takes the course can download them. Files are checked by their content: none with macros, scripts or passwords.',
      add: 'Add attachments (several at once, or drop them here)',
      addHint: 'PDF, docx, xlsx, pptx, csv or txt, up to 10 MB each, 10 at most.',
      full: 'There are {{max, number}} attachments, which is the limit.',
      number: 'Attachment {{number, number}}',
      wrongType:
        'Please use a PDF, docx, xlsx, pptx, csv or txt file. Save doc and xls in the new format, unpack archives, and add pictures under “Pictures”.',
    },
    recordings: {
      title: 'Videos and recordings',
      aboutWithin:
        'Played beneath the text. Place and device are taken out when they are uploaded. Please ask the people in them for their consent first.',
      add: 'Add videos or recordings (several at once, or drop them here)',
      addHint:
        'MP4 or MOV for videos, MP3 or M4A for recordings, up to 20 MB each, 3 at most. A video that is too large is mostly small enough once it was sent to someone in a chat and saved from there.',
      full: 'There are {{max, number}} videos and recordings, which is the limit.',
      number: 'Video or recording {{number, number}}',
      wrongType: 'Please use MP4 or MOV for videos, MP3 or M4A for recordings.',
      kind: { mp4: 'Video', mov: 'Video', mp3: 'Recording', m4a: 'Recording' },
    },
    unionFirst: 'Please choose which union publishes it before you add files.',
    cleared:
      'The union has changed, so pictures and attachments were removed: files belong to the union for which they were uploaded. Please add them again.',
    left: 'There is no more room: {{count, number}} files were not added.',
    cover: 'Cover',
    alt: 'What the picture shows',
    altHint: 'Read to those who cannot see it. For example: the water point in the workshop',
    altRequired: 'Please write what the picture shows',
    name: 'Name of the attachment',
    nameRequired: 'Please name the attachment',
    recordingName: 'Name of the video or recording',
    recordingNameRequired: 'Please name the video or recording',
    queued: 'Waiting to be uploaded',
    making: 'Being processed',
    againOf: 'Upload again: {{name}}',
    notYet: 'The file is still being uploaded; please wait until it is there',
    notSent: 'The file was not uploaded; please upload it again or remove it',
    earlier: 'Move up',
    earlierOf: 'Move up: {{name}}',
    later: 'Move down',
    laterOf: 'Move down: {{name}}',
    makeCover: 'Make it the cover',
    makeCoverOf: 'Make it the cover: {{name}}',
    remove: 'Remove',
    removeOf: 'Remove: {{name}}',
  },
};
