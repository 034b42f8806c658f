import type { texts as chinese } from '../zh-CN/pendingChange.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  pendingChange: {
    title: {
      role: 'Grant {{name}} the role {{role}}',
      offer: 'You are asked to be: {{role}}',
      union: 'Name or tier of the union {{name}}',
      enterprise: 'Size class of the enterprise {{name}}',
      passwordReset: 'Let a printed code set the password of {{name}} anew',
    },
    state: {
      waiting: 'To be confirmed',
      offered: 'To be accepted',
      confirmed: 'In effect',
      refused: 'Refused',
      withdrawn: 'Withdrawn',
    },
    field: {
      name: 'Name',
      tier: 'Tier',
      sector: 'Sector',
      employees: 'Employees',
      revenueWan: 'Revenue (10,000 yuan)',
      assetsWan: 'Assets (10,000 yuan)',
      sizeClass: 'Size class',
    },
    difference: '{{field}}: {{before}} → {{after}}',
    proposed: 'Proposed by {{name}}, {{time}}',
    decided: 'Ended {{time}}',
    reason: 'Because: {{reason}}',
    waits: 'It waits for the union above, and does not hold until it is confirmed.',
    waitsForPerson: 'It waits to be accepted by the person, and does not hold before.',
    confirm: 'Confirm',
    confirmQuestion: 'It holds at once when you confirm it. {{title}}?',
    offerQuestion: 'The person is asked to accept it when you confirm it. {{title}}?',
    accept: 'Accept',
    acceptQuestion: 'It holds at once when you accept it, and you can act as such. {{title}}?',
    decline: 'Decline',
    refuse: 'Refuse',
    refuseReason: 'Reason (told to whoever proposed it)',
    reasonRequired: 'Please give a reason',
    withdraw: 'Withdraw',
    withdrawQuestion: 'It no longer waits once you withdraw it. {{title}}?',
    notDone: 'It was not done',
    list: {
      title: 'Changes to be confirmed or accepted',
      hint: 'Another person, of the union above, confirms when the only officer of a union grants finance or approver, when somebody grants one of these or makes an officer of whom they took in less than thirty days ago, when a union changes its name or tier, when an enterprise changes its size class, and when an officer prints a code that sets a member’s password anew. Every role is accepted by its person before it holds.',
      hintOfPerson:
        'What you are asked to be takes effect once you accept it; if you decline, you can say why.',
      which: 'Show',
      waitingForMe: 'What waits for me',
      mine: 'What I proposed, and what is about me',
      all: 'All in my unions',
      none: 'There is no such change.',
    },
  },
};
