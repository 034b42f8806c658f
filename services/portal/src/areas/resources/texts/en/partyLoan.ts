import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/partyLoan.js';

export const texts: Same<typeof chinese> = {
  partyLoan: {
    title: 'What parties ask to borrow',
    hint: 'Clubs, organisations and enterprises ask their union to borrow for them. Once it agrees, it is a loan of the union.',
    none: 'Nothing was asked for yet. You can ask on the page of a venue or a thing.',
    of: '{{party}} would like “{{title}}”',
    ask: 'Ask your union to borrow it',
    askHint:
      'The union answers for the fee, the deposit and any damage, so it has to agree. Until it does, the time is not kept free.',
    party: 'In whose name',
    partyRequired: 'Please choose one',
    send: 'Send to the union',
    notSent: 'Could not be sent',
    asked: 'Asked',
    by: 'Asked by',
    resource: 'What',
    time: 'When',
    quantity: 'How many',
    purpose: 'What for',
    union: 'Union that borrows',
    stateLabel: 'Status',
    state: {
      waiting: 'Waiting for the union',
      agreed: 'The union borrows it',
      declined: 'The union did not agree',
      withdrawn: 'Withdrawn',
      lapsed: 'Nobody answered in time',
    },
    reason: 'Reason',
    decidedAt: 'Answered',
    toLoan: 'See the loan',
    agree: 'Agree',
    agreeHint:
      'Your union then asks for this loan by its own right of use, and answers for the fee, the deposit and any damage.',
    decline: 'Decline',
    declineReason: 'Reason (they read it)',
    reasonRequired: 'Please give the reason',
    notDecided: 'It did not work',
    withdraw: 'Withdraw',
    withdrawQuestion: 'Withdraw this request?',
    allStates: 'All states',
  },
};
