import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/question.js';

export const texts: Same<typeof chinese> = {
  question: {
    title: 'Questions and answers',
    none: 'No question has been answered yet.',
    ask: 'Ask a question',
    text: 'Your question',
    textHint: 'The hosts answer it, and everybody sees both then; please name nobody in it.',
    textRequired: 'Please write your question',
    anonymous: 'Do not show my name (else the surname alone is shown)',
    send: 'Send the question',
    notAsked: 'Not sent',
    mine: 'My question',
    unnamed: 'A member',
    state: {
      open: 'Waits for an answer',
      answered: 'Answered',
      hidden: 'Hidden',
      withdrawn: 'Withdrawn',
    },
    answeredAt: 'Answered {{time}}',
    answer: 'Answer',
    answerText: 'Your answer (everybody sees it)',
    answerRequired: 'Please write an answer',
    sendAnswer: 'Publish the answer',
    notAnswered: 'Not answered',
    hide: 'Hide',
    hideYes: 'Hide this question',
    reason: 'Why it is hidden (told to who asked)',
    reasonRequired: 'Please give a reason',
    notHidden: 'Not hidden',
    hideReason: 'Hidden because: {{reason}}',
    withdraw: 'Withdraw the question',
    withdrawQuestion: 'Withdraw this question? It cannot be brought back, but asked anew.',
    notWithdrawn: 'Not withdrawn',
  },
};
