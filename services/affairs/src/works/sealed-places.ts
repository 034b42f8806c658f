import type { SealedPlace } from '@gongxiang/persistence';

/** What of works is sealed. */
export const sealedWorkPlaces: readonly SealedPlace[] = [
  {
    table: 'work',
    contexts: {
      sealed_text: `'work-text:' || t.id`,
      sealed_name: `'work-name:' || t.id`,
      sealed_reason: `'work-reason:' || t.id`,
    },
    key: { id: 'uuid' },
  },
  {
    table: 'work_file',
    contexts: {
      sealed_name: `'work-file-name:' || t.id`,
      sealed_opening: `'work-file-opening:' || t.id`,
      sealed_preview_opening: `'work-file-preview-opening:' || t.id`,
    },
    key: { id: 'uuid' },
  },
];
