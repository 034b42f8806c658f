import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/question.js';

export const texts: Same<typeof chinese> = {
  question: {
    title: 'Questions and answers',
    none: 'No question has been answered yet.',
    ask: 'Ask a question',
    text: 'Your question',
    textHint: 'The hosts answer it, and everyone sees both then; please name nobody in it.',
    textRequired: 'Please write your question',
    anonymous: 'Do not show my name (else the surname alone is shown)',
    send: 'Send the question',
    notAsked: 'Could not be sent',
    mine: 'My question',
    unnamed: 'A member',
    state: {
      open: 'Waiting for an answer',
      answered: 'Answered',
      hidden: 'Hidden',
      withdrawn: 'Withdrawn',
    },
    answeredAt: 'Answered {{time}}',
    answer: 'Answer',
    answerText: 'Your answer (everyone sees it)',
    answerRequired: 'Please write an answer',
    sendAnswer: 'Publish the answer',
    notAnswered: 'Could not be answered',
    hide: 'Hide',
    hideYes: 'Hide this question',
    reason: 'Why it is hidden (told to who asked)',
    reasonRequired: 'Please give a reason',
    notHidden: 'Could not be hidden',
    hideReason: 'Hidden because: {{reason}}',
    withdraw: 'Withdraw the question',
    withdrawQuestion: 'Withdraw this question? It cannot be brought back, but asked again.',
    notWithdrawn: 'Not withdrawn',
  },
};
