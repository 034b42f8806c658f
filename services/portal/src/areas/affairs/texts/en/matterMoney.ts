import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/matterMoney.js';

export const texts: Same<typeof chinese> = {
  matterMoney: {
    title: 'Payment',
    pays: 'Money is paid under this service',
    paysHint:
      'Once a matter is decided, whoever has it in hand asks for the payment; finance approves and pays it, without seeing what the matter says.',
    expense: 'Expense code',
    chooseExpense: 'Please choose',
    most: 'The most for one matter (yuan; empty for no bound)',
    split: 'It is split between several people',
    splitHint:
      'Such as 60 for who had the idea and 40 for who carried it out. The parts sum to the amount, to the fen.',
    partLabel: 'Who gets part {{number, number}}',
    partWeight: 'Share of part {{number, number}}',
    firstPart: 'Who had the idea',
    secondPart: 'Who carried it out',
    addPart: 'Add a part',
    removePart: 'Remove part {{number, number}}',
    remove: 'Remove',
    state: {
      asked: 'Asked for; finance has to approve it',
      approved: 'Approved; finance has to pay it',
      refused: 'Refused by finance',
      paid: 'Paid',
      returned: 'Sent back by the bank',
    },
    amount: 'Amount',
    askedAt: 'Asked for',
    paidOn: 'Paid on',
    request: 'Ask for the payment',
    proposed: 'Filled in from “{{step}}”: {{parts}}. Please check it before you ask.',
    amountLabel: 'Amount (yuan)',
    amountMost: 'At most {{amount}}',
    amountRequired: 'Please enter an amount above zero, with two decimals at most',
    payee: 'Payee',
    name: 'Name ({{label}})',
    account: 'Account ({{label}})',
    sealedHint:
      'Names and accounts are sealed. Only the finance of your union sees them, once the payment is approved.',
    accountHint: 'With the name of the bank; leave it empty where cash or goods are given.',
    submit: 'Ask for the payment',
    refusedTitle: 'Not asked for',
    question: 'Ask for this payment? Finance decides on it, and it cannot be changed any more.',
  },
};
