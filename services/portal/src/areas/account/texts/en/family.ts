import type { texts as chinese } from '../zh-CN/family.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  family: {
    title: 'My family',
    intro:
      'Save family members here and add them with one tap when an activity allows companions. Only you can see them, and existing sign-ups are not affected.',
    kept: 'Saved family members',
    none: 'Nobody added yet.',
    add: 'Add someone',
    name: 'Name',
    keep: 'Save',
    keepOf: 'Save {{name}}',
    change: 'Edit',
    changeOf: 'Edit {{name}}',
    remove: 'Remove',
    removeOf: 'Remove {{name}}',
    removeQuestion:
      'Remove {{name}}? They will no longer be listed at sign-up; existing sign-ups are not affected.',
    refused: 'Could not be completed',
    brought: 'Previous companions',
    broughtHint: 'They are listed at sign-up as well. If a name is wrong, correct it and save.',
    dismiss: 'Don’t list',
    dismissOf: 'Don’t list {{name}}',
    dismissQuestion: 'Stop listing {{name}} at sign-up? Existing sign-ups are not affected.',
  },
};
