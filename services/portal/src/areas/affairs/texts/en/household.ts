import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/household.js';

export const texts: Same<typeof chinese> = {
  household: {
    title: 'Household and plan',
    hint: 'One household, one plan. Besides the applicant, enter relatives who are union members here. The others are named with their signatures already.',
    none: 'No other member of the household has been entered.',
    signed: 'Signed: {{names}}',
    find: 'Add a member of the household',
    refused: 'Could not be added',
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    removeQuestion: 'Take {{name}} out of this household?',
    notRemoved: 'Could not be removed',
    own: 'The plan of this household was agreed in this matter.',
    charged: 'Responsible: {{responsible}}; paired helper: {{helper}}',
    joinedBy: 'Also going by this plan: {{unions}}',
    joined: 'This matter has joined the household’s plan at {{union}}.',
    open: 'See that matter',
    responsible: 'Responsible',
    responsibleRequired: 'Please say who answers for it',
    helper: 'Paired helper',
    helperRequired: 'Please say who is paired with the household',
    conflict: 'This household has an earlier plan at {{union}}',
    conflictHint:
      'Two records of one person were merged, and each had a plan. Only one can stay: take this plan back and join the earlier one, or agree with that union that it takes its own back. Until then this plan does not count, and the matter cannot end with it.',
    amend: 'Amend the plan',
    amendHint:
      'The version before stays among the steps. Matters that have joined the plan need nothing new.',
    amendWhy: 'Why it is amended',
    amendWhyRequired: 'Please state why it is amended',
    amendYes: 'Enter the amendment',
    amendRefused: 'Could not be amended',
    join: 'Join the plan this household already has',
    joinHint:
      'Checks whether another union already has a plan for this household. If so, this matter follows that plan and gets none of its own.',
    joinWhy: 'Remark',
    joinWhyRequired: 'Please say how they are helped together',
    joinYes: 'Check and join',
    joinRefused: 'Could not be joined',
  },
};
