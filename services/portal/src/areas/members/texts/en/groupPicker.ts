import type { texts as chinese } from '../zh-CN/groupPicker.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  groupPicker: {
    union: 'Union of the group',
    chooseUnion: 'Choose a union',
    choose: 'Choose a group',
    none: 'This union has no groups yet.',
    toGroups: 'Make one',
  },
};
