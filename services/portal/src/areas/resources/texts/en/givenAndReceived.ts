import type { texts as chinese } from '../zh-CN/givenAndReceived.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  givenAndReceived: {
    title: 'Given and received',
    intro: 'What a union lent and hosted, what it got from others, and what it might offer next.',
    union: 'Union',
    choose: 'Choose a union',
    of: '{{union}} and other unions',
    money: 'See the money in the statement',
    partners: 'Unions on the other side',
    partner: 'The other union',
    given: 'Given',
    received: 'Received',
    figure: { loans: 'Loans', hours: 'Hours', seats: 'Seats' },
    nobody: 'Nothing was shared with other unions in this time.',
    leftOut_one: '{{count, number}} more union is not shown.',
    leftOut_other: '{{count, number}} more unions are not shown.',
    months: 'Month by month',
    figureLabel: 'Figure',
    suggestions: 'What to offer next',
    offer: 'Offer something',
    toNeeds: 'See what other unions are looking for',
    noSuggestions: 'Nothing to suggest: what is owned is in use, or nobody seeks it.',
    advice: {
      grant_one:
        '{{count, number}} unmet need could use it, and nobody has a right to: open it and grant one.',
      grant_other:
        '{{count, number}} unmet needs could use it, and nobody has a right to: open it and grant one.',
      offerAgain_one:
        'Withdrawn, though {{count, number}} unmet need could use it: it could be offered again.',
      offerAgain_other:
        'Withdrawn, though {{count, number}} unmet needs could use it: it could be offered again.',
      propose_one: 'Idle, and {{count, number}} unmet need could use it: it could be proposed.',
      propose_other: 'Idle, and {{count, number}} unmet needs could use it: it could be proposed.',
      idle_one: 'Not lent for more than 90 days, and not sought at present.',
      idle_other: 'Not lent for more than 90 days, and not sought at present.',
    },
    lastLent: 'Last lent until {{time}}.',
    graph: 'Who lends to whom',
    graphHint:
      'Arrows lead from who gave to who received, the wider the more. Only unions within your office are named; all others are one sum.',
    noEdges: 'The unions within your office shared nothing in this time.',
    rest_one:
      'The other {{count, number}} pair of unions in all: {{loans}} loans, {{hours}} hours, {{seats}} seats.',
    rest_other:
      'The other {{count, number}} pairs of unions in all: {{loans}} loans, {{hours}} hours, {{seats}} seats.',
    edge: '{{from}} → {{to}}: {{loans, number}} loans, {{hours, number}} hours, {{seats, number}} seats',
    giver: 'Who gave',
    receiver: 'Who received',
  },
};
