import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/erasure.js';

export const texts: Same<typeof chinese> = {
  erasure: {
    title: 'Erase my data',
    what: 'Before you apply',
    hint: 'You have 7 days to change your mind. After that your name, ID number, phone number and all other personal data are erased from every system. Your account can no longer be used, and nothing can be restored.',
    incomplete: 'Some systems are not responding, so you cannot apply right now. Please try again later.',
    inTheWay: 'Please finish these first:',
    obstacleOf: {
      member: 'You are still a union member: leave the union first',
      office: 'You hold roles ({{count, number}}): hand them over first',
      merge: 'Your record is being merged; please wait until this is finished',
      transfer: 'Your membership transfer is not finished yet',
      registration: 'Activities you signed up for have not ended ({{count, number}}): cancel, or wait',
      activity: 'Activities you host have not ended ({{count, number}})',
      loan: 'Items you borrowed have not been returned ({{count, number}})',
      lent: 'Items you lend ({{count, number}}): withdraw them and get them back first',
      bill: 'Costs you paid have not been settled ({{count, number}})',
      balance: 'You have accounts that are not balanced ({{count, number}})',
      appeal: 'You have unanswered appeals ({{count, number}})',
      matter: '{{count, number}} of your requests are still open',
    },
    goes: 'What is erased',
    goesHint:
      'These entries are deleted entirely. In all others, names, numbers, what you wrote, sign-up answers and companions’ names are removed.',
    stays: 'What is kept without your name',
    staysHint:
      'Kept by law or because it also concerns others, under a number only: the platform can no longer tell whose it was.',
    ask: 'Apply to erase my data',
    askQuestion:
      'Please confirm your identity. We will send a message to your phone; you can sign in and withdraw for 7 days.',
    refused: 'Could not be completed',
    askedBy: {
      person: 'Your union has received your written request.',
      heirs: 'Your union has received a written request from your family or heirs.',
      authority: 'Your union has received a written request from a court or authority.',
    },
    filed:
      'Another officer has to confirm it, otherwise it lapses on {{when}}. You can withdraw it now and nothing will change.',
    waiting: 'Erasure begins on {{when}}. You can withdraw until then and nothing will change.',
    receipt: 'Keep this receipt link: it shows the outcome without signing in.',
    withdraw: 'Withdraw request',
    withdrawQuestion: 'Your data will stay as it is. You can apply again later.',
    receiptTitle: 'Erasure receipt',
    receiptUnknown: 'Receipt not found. Is the link complete?',
    gone: 'What was erased',
    states: {
      filed: 'Awaiting confirmation',
      waiting: 'Waiting',
      erasing: 'Being erased',
      erased: 'Erased',
      withdrawn: 'Withdrawn',
      lapsed: 'Not erased',
      refused: 'Refused',
    },
    outcomeOf: {
      filed:
        'A written request was made on {{asked}}. Another officer has to confirm it, otherwise it lapses on {{begins}}.',
      waiting:
        'Requested on {{asked}}. Erasure begins on {{begins}}, unless the person signs in and withdraws.',
      erasing: 'Started on {{begins}}: {{done, number}} of {{all, number}} systems done.',
      erased: 'Completed on {{ended}}: all personal data has been erased from every system.',
      withdrawn: 'Withdrawn on {{ended}}; nothing was erased.',
      lapsed:
        'When the time came, the person was a member again, still held a role or had something open, or the written request had not been confirmed, so nothing was erased. They can apply again.',
      refused: 'The union refused the written request on {{ended}}; nothing was erased.',
    },
    onPaper: 'On paper',
    listTitle: 'Record of erasures',
    listHint: 'Outcomes of erasure requests from former members. Whose they were is not shown.',
    state: 'Status',
    allStates: 'All statuses',
    empty: 'No erasures yet',
    union: 'Former union',
    askedAt: 'Requested',
    endedAt: 'Done',
  },
};
