import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/group.js';

export const texts: Same<typeof chinese> = {
  group: {
    title: 'Groups',
    hint: 'Members by shift or team. The leader sees who is in theirs, with part of each name hidden.',
    union: 'Union',
    chooseUnion: 'Please choose a union',
    empty: 'No group yet. Make the first, such as “First shift”.',
    add: 'Make a group',
    close: 'Close',
    name: 'Name of the group',
    nameExample: 'Such as: First shift',
    nameRequired: 'Please give the group a name',
    refused: 'Not saved',
    leader: 'Leader',
    noLeader: 'No leader yet. Add members first, then choose one in the list.',
    members: 'Members',
    nobody: 'Nobody is in it yet. Please add members.',
    addMember: 'Add a member',
    addHint: 'Only members of this union and of those below it.',
    find: 'Find a member (whole name)',
    person: 'Name',
    from: 'Since',
    act: 'Action',
    makeLeader: 'Make leader',
    end: 'Take out',
    endQuestion: 'Take {{name}} out of the group? From when to when they were in it stays on record.',
    dissolve: 'Dissolve',
    dissolved: 'Dissolved',
    dissolveQuestion:
      'Dissolve “{{name}}”? Nobody can be added from then on; you can open it again at any time.',
    reopen: 'Open again',
  },
};
