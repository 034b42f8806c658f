import type { texts as chinese } from '../zh-CN/life.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  life: {
    titleOf: 'Progress: {{title}}',
    now: 'Now: {{phase}}',
    by: 'How it got here',
    seats: 'Seats',
    money: 'Money',
    whole: 'Every step in the life of an activity',
    of: {
      draft: {
        by: 'An officer, an organiser or a worker drafts it; the last host asked declines, or leaves.',
        seats: 'Planned, and given to nobody.',
        money: 'None.',
      },
      proposed: {
        by: 'The organiser invites a host, or hosts have joined and no agreement among all of them is in force.',
        seats: 'Planned, and given to nobody.',
        money: 'Proposed, and binds nobody.',
      },
      agreed: {
        by: 'The last host signs the agreement.',
        seats: 'Planned, and given to nobody.',
        money: 'The rule of the split binds the hosts.',
      },
      published: {
        by: 'The organiser publishes it, and sign-up opens later.',
        seats: 'Shown to everyone; a draw may be entered.',
        money: 'As agreed.',
      },
      signUpOpen: {
        by: 'Sign-up opens, or a seat comes free.',
        seats: 'Given to who comes first, or by a draw.',
        money: 'As agreed; previews count who has signed up.',
      },
      full: {
        by: 'The last seat is taken.',
        seats: 'Who comes now waits; a seat that comes free goes along the line.',
        money: 'As agreed.',
      },
      signUpClosed: {
        by: 'Sign-up closes.',
        seats: 'Nobody signs up; who waits still moves up.',
        money: 'As agreed.',
      },
      running: {
        by: 'The activity has started.',
        seats: 'They stand as they are; the door checks in, and admits walk-ins.',
        money: 'Bills are added.',
      },
      ended: {
        by: 'It is over, and nobody has closed it yet.',
        seats: 'They stand as they are; the door still checks in.',
        money: 'Bills are added.',
      },
      closing: {
        by: 'The organiser closes it, and the attendance is being made final.',
        seats: 'Final, as attendance.',
        money: 'Bills are added.',
      },
      closed: {
        by: 'The attendance is final; or the entry of its cost was reversed.',
        seats: 'Final: only an approved correction adds to it.',
        money:
          'Shares are calculated, submitted and approved. Without an agreement there are none, and this is the end.',
      },
      settled: {
        by: 'A second person approved the shares of its cost.',
        seats: 'Final: only an approved correction adds to it.',
        money: 'Posted; a mistake is reversed by its exact opposite, and calculated again.',
      },
      archived: {
        by: 'Its union archived it, or two years have passed since it ended.',
        seats: 'As they were.',
        money: 'As it was; statements and statistics still count it.',
      },
      cancelled: {
        by: 'The organiser cancelled it, for a reason that everyone reads.',
        seats: 'Worth nothing, kept as a record of who was told; draws end, and nobody counts as absent.',
        money: 'Nothing is split; bills stay with who paid, and a refund is a reversal of its own.',
      },
    },
    cancel: 'Cancel the activity',
    effectHint: 'This is what would happen if it were cancelled now. Until you confirm, nothing changes.',
    effect: {
      seats: 'Seats and sign-ups',
      nobody: 'Nobody has signed up yet.',
      confirmed: 'People with a seat: {{people, number}}. Their seats are void.',
      confirmedWith:
        'People with a seat: {{people, number}}, bringing {{companions, number}} more. Their seats are void.',
      held: 'People who are offered a seat: {{people, number}}. They can accept it no more.',
      waiting: 'People who wait: {{people, number}}. They move up no more.',
      draw: 'The draw ends without a result; people who entered it: {{people, number}}.',
      checkedIn:
        'People who are checked in already: {{people, number}}. Their attendance would count for nothing. If the activity took place, close it instead.',
      hosts: 'Co-hosts and tasks',
      noHosts: 'There are no co-hosts.',
      hostsTold: 'Told: {{names}}.',
      invitations: 'Invitations that nobody can accept any more: {{number, number}}.',
      pendingAgreement: 'The version of the agreement that waits can be signed no more.',
      tasks: 'Open tasks of which nobody is reminded any more: {{number, number}}.',
      place: 'Place',
      noLoan: 'Nothing was borrowed for it.',
      loan: {
        freed: '{{name}} ({{period}}): the loan is cancelled with it, and others can have the time.',
        toReturn: '{{name}} ({{period}}): it was handed over, and has to be given back.',
        stays:
          '{{name}} ({{period}}): the loan stays, as another union borrows it or another activity needs it.',
        over: '{{name}} ({{period}}): the loan is over.',
      },
      toLoan: 'See this loan',
      money: 'Money',
      noAgreement: 'No agreement is in force: no cost was to be shared.',
      agreed:
        'Version {{version, number}} of the agreement shares the cost among {{names}}. Nothing is shared any more.',
      nothingBooked: 'No bills were added yet.',
      booked:
        'There is a cost pool: its bills stay with who paid them, and nothing is refunded automatically.',
      toPool: 'See the cost pool',
      refunds:
        'Cancelling is one thing, refunding another: what is posted can only be reversed, by its exact opposite.',
      notices: 'Who is notified',
      nobodyTold: 'There is nobody to tell.',
      toldParticipants: 'Who has a seat, is offered one or waits: {{people, number}}.',
      toldEntrants: 'Who entered the draw: {{people, number}}.',
      toldHosts: 'Who speaks for the co-hosts: {{people, number}}.',
      reminders: 'Reminders that are not sent any more: {{number, number}}.',
    },
    reason: 'Why (everyone who is notified will read it)',
    reasonRequired: 'Please give a reason',
    cancelQuestion_one: 'Cancel this activity? {{count, number}} person is notified; this cannot be undone.',
    cancelQuestion_other:
      'Cancel this activity? {{count, number}} people are notified; this cannot be undone.',
    cancelDraft_one: 'Cancel this draft? {{count, number}} person is notified; this cannot be undone.',
    cancelDraft_other: 'Cancel this draft? {{count, number}} people are notified; this cannot be undone.',
    notCancelled: 'Could not be cancelled',
    archive: 'Archive',
    archiveHint:
      'Archived, it is no part of lists and searches any more. Its link still opens it, and statistics, letters and statements stay as they are. Two years after its end this happens automatically.',
    archiveQuestion: 'Archive this activity? You can get it out again at any time.',
    notArchived: 'Could not be archived',
    archivedSince: 'Archived {{time}}.',
    unarchive: 'Get it out of the archive',
    notUnarchived: 'Could not be unarchived',
  },
};
