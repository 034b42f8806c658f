import type { texts as chinese } from '../zh-CN/family.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  family: {
    title: 'My family',
    intro:
      'Where an activity takes companions, one tap brings along whoever is kept here. Nobody else sees them, and sign-ups that you have made stay as they are.',
    kept: 'Kept for sign-ups',
    none: 'Nobody has been added yet.',
    add: 'Add somebody',
    name: 'Name',
    keep: 'Keep',
    keepOf: 'Keep {{name}}',
    change: 'Change',
    changeOf: 'Change {{name}}',
    remove: 'Remove',
    removeOf: 'Remove {{name}}',
    removeQuestion:
      'Remove {{name}}? They are not listed at sign-up any more; sign-ups that you have made stay as they are.',
    refused: 'This was not done',
    brought: 'Came along before',
    broughtHint: 'They are listed at sign-up as well. Where a name is wrong, put it right and keep it.',
    dismiss: 'Do not list',
    dismissOf: 'Do not list {{name}}',
    dismissQuestion: 'Not list {{name}} at sign-up any more? Sign-ups that you have made stay as they are.',
  },
};
