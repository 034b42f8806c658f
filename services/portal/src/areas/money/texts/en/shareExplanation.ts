import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/shareExplanation.js';

export const texts: Same<typeof chinese> = {
  shareExplanation: {
    titleOf: 'Why this amount: {{party}}',
    result: 'Result',
    bears: 'Bears',
    paid: 'Has paid already',
    owes: 'Still owes',
    isOwed: 'Is owed',
    total: 'Total cost',
    subsidy: 'Subsidy',
    inWords: 'How it came about, step by step',
    sum: {
      owes: 'Bears {{minuend}} − paid {{subtrahend}} = still owes {{rest}}',
      isOwed: 'Paid {{minuend}} − bears {{subtrahend}} = is owed {{rest}}',
      even: 'Paid {{minuend}} − bears {{subtrahend}} = {{rest}}: nothing is left to pay or to receive',
    },
    refund: '{{total}} came back later, {{amount}} of it to this party: {{had}} − {{amount}} = {{left}}',
    toRefunds: 'See the refunds',
    reproduced:
      'Calculated again from the agreement, heads and bills that are stored, it comes to the same fen.',
    notReproduced:
      'What was approved and posted holds; calculated again from what is stored now, it comes to something else.',
    others: 'All others together',
    grounds: 'What it rests on',
    facts: 'Heads and usage by party',
    factsHint: 'By party, without persons.',
    heads: 'Heads',
    usage: 'Usage',
    factsHash: 'Fingerprint of the attendance (SHA-256): {{hash}}',
    rounding: 'Rounding',
    oddFen:
      'Money is paid in whole fen, so a few are left over. Each goes to the party whose exact part was cut most (33.336 before 33.332); one of them came to this party.',
    noOddFen: 'No odd fen came to this party.',
    rotation:
      'Equal remainders go in order. This is number {{number, number}} of the same parties, so the order is: {{order}}.',
    became: 'What became of it',
    notPosted: 'It is not approved and posted yet.',
    nothingOwed: 'Every party has paid what it bears: nothing was posted.',
    postedOn: 'Posted on {{date}}: see the entry',
    noPostings: 'This party has paid what it bears: the entry has nothing of it.',
    postings: 'What the party owes and is owed',
    debtor: 'Owes',
    creditor: 'Is owed',
    fund: 'Fund',
    run: 'Netting',
    notNetted: 'Not netted yet',
    nettedAt: 'Netted at {{time}}',
    payments: 'Payments of those runs',
    paymentsHint: 'A payment may stand for other activities as well.',
    payment: { open: 'To be paid', settled: 'Settled', failed: 'Not paid, owed again' },
    reversed: 'This share was reversed and holds no more',
    reversal: 'See the reversal',
  },
};
