import type { texts as zh } from '../zh-CN/rehearsal.js';
import type { Same } from '../../../../i18n/index.js';

/** An activity tried out with people who do not exist. */
export const texts: Same<typeof zh> = {
  rehearsal: {
    titleOf: 'Rehearsal: {{title}}',
    hint: 'Sign-up, waitlist, door and split are gone through by the real rules with people who do not exist. Nothing is saved, nobody is notified, and no real sign-up waits.',
    tooLate: 'The activity has begun or is over, so there is nothing left to rehearse.',
    assumed: 'What is assumed',
    figure: {
      people: 'People who sign up',
      partyShare: 'Who bring one companion (%)',
      cancelShare: 'Who cancel (%)',
      presentShare: 'Who come (%)',
      walkIns: 'Walk-ins',
    },
    figureFormat: 'Please give a whole number from {{min, number}} to {{max, number}}',
    run: 'Rehearse',
    notRun: 'The rehearsal did not run',
    problems: 'What to look at',
    came: '{{people, number}} people signed up, {{parties, number}} of them with a companion.',
    noProblems: 'Nothing was found.',
    problem: {
      NO_POOLS: 'There are no seats yet.',
      POOL_NEVER_OPENS: '“{{pool}}” never opens while sign-up is open.',
      POOL_NOT_ELIGIBLE: 'The members whom “{{pool}}” is for do not meet the conditions.',
      PROMOTION_ENDS_EARLY: 'Nobody moves up in “{{pool}}” automatically: that ends before it opens.',
      PARTY_EXCEEDS_POOL:
        '“{{pool}}” holds {{seats, number}} people at most, so a party of {{heads, number}} would wait for ever.',
      UNION_WITHOUT_POOL: 'There is no seat that members of {{union}} may use.',
      WALK_IN_NOT_PERMITTED: '{{count, number}} walk-ins were not permitted.',
      DRAW_NOT_REHEARSED: 'A draw decides about the seats; the rehearsal gave them to who came first.',
      RELEASE_NOT_REHEARSED: 'The release of “{{pool}}” is no part of the rehearsal.',
    },
    pools: 'Seats',
    pool: 'Pool',
    heads: {
      capacity: 'Seats',
      wanted: 'Wanted',
      refused: 'Could not sign up',
      seated: 'Seated',
      waiting: 'Waited',
      cancelled: 'Cancelled',
      promoted: 'Moved up',
      stillWaiting: 'Wait to the end',
    },
    why: 'Why the first in line waits',
    door: 'At the door',
    doorSays:
      '{{scans, number}} scans, {{came, number}} people came, {{noShows, number}} registrations did not, {{walkIns, number}} walk-ins, {{refused, number}} scans refused.',
    headsOf_one: '{{union}}: {{count, number}} head',
    headsOf_other: '{{union}}: {{count, number}} heads',
    cost: 'Split of the cost',
    costHint: 'By version {{number, number}} of the agreement, which is in force, and the heads that came.',
    total: 'A total of (¥)',
    totalFormat: 'Please give an amount, such as 1000.00',
  },
};
