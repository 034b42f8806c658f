import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/message.js';

export const texts: Same<typeof chinese> = {
  message: {
    title: 'Messages to those who take part',
    hint: 'They come to the notices of each person; at most 5 of an activity within 24 hours.',
    none: 'No message has been sent yet.',
    write: 'Write a message',
    toWhom: 'To whom',
    everybody: 'Everyone who signed up or waits',
    seat: {
      confirmed: 'Those who have a seat',
      held: 'Those who are offered a seat',
      waitlisted: 'Those on the waiting list',
    },
    ofPool: 'Of which pool',
    allPools: 'All pools',
    subject: 'Subject',
    subjectRequired: 'Please give a subject',
    text: 'Text',
    textRequired: 'Please write something',
    send: 'Send',
    sendTo_one: 'Send to {{count, number}} person',
    sendTo_other: 'Send to {{count, number}} people',
    notSent: 'Could not be sent',
    state: { queued: 'Being sent', sent: 'Sent', withdrawn: 'Withdrawn' },
    reached: 'Reached {{sent, number}} of {{total, number}}.',
    progress: 'Reached {{sent, number}} of {{total, number}}, read by {{read, number}}.',
    withdraw: 'Withdraw',
    withdrawOf: 'Withdraw “{{subject}}”',
    withdrawQuestion:
      'Withdraw “{{subject}}”? Who has not got it gets none; who has sees that it was withdrawn.',
    notWithdrawn: 'Not withdrawn',
  },
};
