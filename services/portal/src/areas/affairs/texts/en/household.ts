import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/household.js';

export const texts: Same<typeof chinese> = {
  household: {
    title: 'Household and plan',
    hint: 'One household, one plan. Enter the relatives who are members here, beside whoever applies; all others stand with the signatures and are not entered again.',
    none: 'Nobody has been entered beside whoever applies.',
    signed: 'Signed: {{names}}',
    find: 'Add a member of the household',
    refused: 'Not added',
    remove: 'Remove',
    removeNamed: 'Remove {{name}}',
    removeQuestion: 'Take {{name}} out of this household?',
    notRemoved: 'Not removed',
    own: 'The plan of this household was agreed in this matter.',
    charged: 'Responsible: {{responsible}}; paired helper: {{helper}}',
    joinedBy: 'Also going by this plan: {{unions}}',
    joined: 'This matter has joined the plan that {{union}} has for the household.',
    open: 'See that matter',
    responsible: 'Responsible',
    responsibleRequired: 'Please say who answers for it',
    helper: 'Paired helper',
    helperRequired: 'Please say who is paired with the household',
    join: 'The household has a plan: join it',
    joinHint:
      'Looks whether the household has a plan with another union; if so, this matter goes by that plan and has none of its own.',
    joinWhy: 'Remark',
    joinWhyRequired: 'Please say how they are helped together',
    joinYes: 'Look and join',
    joinRefused: 'Not joined',
  },
};
