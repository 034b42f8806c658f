import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/loanMoney.js';

export const texts: Same<typeof chinese> = {
  loanMoney: {
    title: 'Fee and deposit',
    none: 'Nothing is posted for this loan yet.',
    rule: 'A deposit is held from the hand-over on: in the books only, without a transfer, and never netted. It is released when the loan is closed, and what is owed for a damage is kept of it first. The fee is posted when the loan is closed, by the time that it was really out.',
    held: 'Deposit held now: {{amount}}',
    owed: 'Owed in all: {{amount}}, netted with whatever else is owed',
    lines: 'What is posted',
    line: {
      depositHeld: 'Deposit held: {{amount}}',
      depositKept: 'Kept of the deposit for a damage, and owed now: {{amount}}',
      depositReleased: 'Deposit released: {{amount}}',
      loanFee: 'Fee: {{amount}}',
      damage: 'For a damage: {{amount}}',
    },
    reversed: 'Reversed',
    toStatement: 'See it on the statement',
  },
};
