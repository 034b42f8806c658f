import type { texts as chinese } from '../zh-CN/mutualInterest.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  mutualInterest: {
    title: 'Mutual interest',
    titleOf: 'Mutual interest: {{title}}',
    invite: 'Say in secret whom you would like to meet again. You both learn it only if you both say so.',
    open: 'Choose in secret',
    secret:
      'Your choices are secret: neither the person, nor the union, nor an operator sees them. Only if you both choose each other, both see the other’s contact at the same time.',
    until: 'You can choose until {{time}}; then choices are erased.',
    step: {
      notOffered: 'This activity has no mutual interest.',
      notBegun: 'It begins with the activity, for those who were there and checked in.',
      open: 'You can choose now',
      over: 'The choices are closed and have been erased.',
    },
    notThere:
      'It is for those who were there and checked in. If you are there, please ask the staff to check you in.',
    card: 'My card',
    cardHint:
      'The others see your nickname and introduction. Your contact is only for whom you choose and who chooses you.',
    tag: 'Nickname or badge number',
    tagRequired: 'Please give a nickname or badge number',
    introduction: 'A few words (optional, up to 200 characters)',
    contact: 'Contact, for example a WeChat id',
    contactRequired: 'Please give a contact',
    consent: 'I have read this and agree to the use of this data',
    consentRequired: 'Please read the text and agree first',
    join: 'Take part',
    saveCard: 'Save my card',
    editCard: 'Change my card',
    notSaved: 'Could not be saved',
    others: 'Who takes part',
    nobody: 'Nobody else takes part yet; please look again later.',
    choose: 'Meet again: {{tag}}',
    withdraw: 'Take back: {{tag}}',
    chooseShort: 'Meet again',
    withdrawShort: 'Take back',
    chosen: 'Chosen by you',
    left_one: 'You can choose {{count, number}} more person, {{max, number}} at most',
    left_other: 'You can choose {{count, number}} more people, {{max, number}} at most',
    notDone: 'Could not be completed',
    matches: 'You chose each other',
    noMatch: 'Nobody yet.',
    contactOf: 'Contact: {{contact}}',
    ended: 'One of you has withdrawn, so the contact is shown no more.',
    keptUntil: 'Shown until {{time}}',
    endMatch: 'No more contact',
    endMatchOf: 'No more contact: {{tag}}',
    endQuestion:
      'Neither of you will see the other’s contact any more; the other will see that it has ended.',
    endYes: 'End it',
    leave: 'Take part no more',
    leaveQuestion: 'Your card and your choices are erased, and whoever found you sees your contact no more.',
    leaveYes: 'Leave',
  },
};
