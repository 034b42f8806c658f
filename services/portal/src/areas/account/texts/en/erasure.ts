import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/erasure.js';

export const texts: Same<typeof chinese> = {
  erasure: {
    title: 'Erase my data',
    what: 'Before you ask',
    hint: 'You have 7 days to think it over. Then your name, number, phone and all other personal values are erased in every system. Nobody can sign in to your account any more, and nothing can be brought back.',
    incomplete: 'A system has not answered, so you cannot ask now. Please come back later.',
    inTheWay: 'Something must end first:',
    obstacleOf: {
      member: 'You are a member of a union: leave it first',
      office: 'You hold offices ({{count, number}}): hand them over first',
      merge: 'Your record is being merged; please wait until that is done',
      transfer: 'Your transfer to another union is not done yet',
      registration: 'Activities that you signed up for are not over ({{count, number}}): cancel, or wait',
      activity: 'Activities that you host are not over ({{count, number}})',
      loan: 'Things that you borrowed are not returned ({{count, number}})',
      lent: 'Things that you lend ({{count, number}}): withdraw them, and get them back first',
      bill: 'Costs that you paid are not settled ({{count, number}})',
      balance: 'Accounts of yours are not balanced ({{count, number}})',
      appeal: 'Appeals of yours are not answered ({{count, number}})',
      matter: '{{count, number}} matters that you have sent are not over',
    },
    goes: 'What is erased',
    goesHint:
      'These entries go as a whole. In all others names, numbers, what you wrote, your answers at sign-up and the names of your companions are emptied.',
    stays: 'What stays, without your name',
    staysHint:
      'Kept by law, or as it is about others as well, under a number: the platform can no longer tell whose it was.',
    ask: 'Ask to erase my data',
    askQuestion:
      'Please show that it is you. A message goes to your phone, and you can sign in and take it back for 7 days.',
    refused: 'Not done',
    askedBy: {
      person: 'Your union has received a paper in which you ask for it.',
      heirs: 'Your union has received a paper in which your family or heirs ask for it.',
      authority: 'Your union has received a paper in which a court or authority asks for it.',
    },
    filed:
      'Another officer has to confirm it, or it lapses on {{when}}. You can take it back now, and everything stays as it is.',
    waiting: 'It begins on {{when}}. Until then you can take it back, and everything stays as it is.',
    receipt: 'Keep the link of this receipt: it shows what came of it without a sign-in.',
    withdraw: 'Take it back',
    withdrawQuestion: 'Your data stay as they are. You can ask again later.',
    receiptTitle: 'Receipt of an erasure',
    receiptUnknown: 'There is no such receipt. Is the link complete?',
    gone: 'What was erased',
    states: {
      filed: 'To be confirmed',
      waiting: 'Waiting',
      erasing: 'Being erased',
      erased: 'Erased',
      withdrawn: 'Taken back',
      lapsed: 'Not erased',
      refused: 'Refused',
    },
    outcomeOf: {
      filed:
        'The union was asked on paper on {{asked}}. Another officer has to confirm it, or it lapses on {{begins}}.',
      waiting:
        'Asked for on {{asked}}. It begins on {{begins}}, unless the person signs in and takes it back.',
      erasing: 'Begun on {{begins}}: {{done, number}} of {{all, number}} systems are done.',
      erased: 'Done on {{ended}}: all personal values are erased in every system.',
      withdrawn: 'Taken back on {{ended}}; nothing was erased.',
      lapsed:
        'When the time came, the person was a member again, or an office or something else went on, or nobody had confirmed the paper, so nothing was erased. They can ask again.',
      refused: 'The union refused the request on paper on {{ended}}; nothing was erased.',
    },
    onPaper: 'On paper',
    listTitle: 'Record of erasures',
    listHint: 'What became of requests of former members to erase their data. Whose they were is not shown.',
    state: 'State',
    allStates: 'All states',
    empty: 'Nothing was erased',
    union: 'Former union',
    askedAt: 'Asked for',
    endedAt: 'Done',
  },
};
