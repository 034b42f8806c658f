import type { texts as chinese } from '../zh-CN/unionTransfer.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  unionTransfer: {
    title: 'Transfers of all members',
    hint: 'All members of a union move to another one at once: an officer of the union or above files it, and another officer of the union above both decides.',
    filed: 'Move all members',
    formHint:
      'For an enterprise that moves or merges as a whole. Memberships end here and begin there on the same day, and so do offices here; what members did stays readable.',
    of: 'All members of {{name}}',
    to: 'To',
    toRequired: 'Please choose the union that takes them in',
    reason: 'Why (officers of both unions read it: please name no person)',
    reasonRequired: 'Please give a reason',
    question:
      'File that all members of {{name}} move? It can be withdrawn until the parent union has decided.',
    refused: 'That did not work',
    from: 'From',
    why: 'Why',
    state: 'Status',
    states: {
      waiting: 'To be decided',
      running: 'Moving',
      done: 'Done',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
    at: 'Filed',
    members: 'Members',
    progress: 'Progress',
    moved: '{{moved, number}} of {{total, number}} have moved',
    heldBack:
      '{{count, number}} have not moved: each is the only officer of a union, who needs a successor first and then a transfer of their own, or the other union is out of use.',
    refusal: 'Why it was refused',
    confirm: 'Agree',
    confirmQuestion:
      'Move all {{count, number}} members of {{from}} to {{to}}? Once it has begun it cannot be stopped.',
    refuse: 'Refuse',
    refusalHint: 'Officers of both unions read it: please name no person',
    refusalRequired: 'Please state why it is refused',
    withdraw: 'Withdraw',
    withdrawQuestion: 'Withdraw this transfer of all members?',
    empty:
      'There are no transfers of all members. To file one, open the page of the union whose members move.',
    showOpen: 'Only open ones',
  },
};
