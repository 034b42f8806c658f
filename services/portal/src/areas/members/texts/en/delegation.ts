import type { texts as chinese } from '../zh-CN/delegation.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  delegation: {
    title: { activity: 'Who helps organise', party: 'Representatives' },
    hint: {
      activity:
        'Co-organisers do with this one activity what organisers of the union do: edit, publish, seats, lists, check-in, notices to those who take part. They do nothing else of the union, sign no agreement, move no money and approve nothing. Revoking takes effect at once.',
      party:
        'Representatives publish, offer, ask for and organise in its name, and answer who wants to borrow what it offers; those of a club remove its members, too. They do nothing else of the union, sign no agreement and move no money. Revoking takes effect at once.',
    },
    none: {
      activity: 'Nobody helps yet.',
      party: 'There are no representatives yet; officers of the union behind it act for it.',
    },
    give: { activity: 'Ask somebody to help', party: 'Name a representative' },
    unknown: 'A colleague',
    state: { active: 'In force', ended: 'Ended', revoked: 'Revoked' },
    untilRevoked: 'Until it is revoked',
    until: 'Until {{time}}',
    mayDelegate: 'May delegate it to others, for no longer',
    given: 'Delegated by {{by}} on {{time}}',
    endedItself: 'It ended by itself on {{time}}',
    endedBy: {
      holder: '{{by}} gave it back on {{time}}',
      granter: '{{by}} revoked it on {{time}}',
    },
    revoke: { mine: 'Give it back', theirs: 'Revoke' },
    revokeQuestion: {
      mine: 'Give this back? You can do nothing more by it from now on; what you did stands.',
      theirs:
        'Revoke this? They can do nothing more by it from now on; what they did stands. They are notified.',
    },
    notRevoked: 'It was not revoked',
    submit: 'Delegate',
    notGiven: 'It was not delegated',
    person: 'To whom',
    personRequired: 'Please choose to whom',
    find: 'Find a member (whole name, resident number or phone)',
    validTo: 'Until when (Beijing time; may be empty)',
    validToHint: 'It ends by itself, to the minute; where this is empty it lasts until it is revoked.',
    mayDelegateToo: 'May delegate it to others, for no longer than they hold it',
    note: 'Note (may be empty; seen by the person and by those who may delegate)',
    ownHint:
      'Activities that you help to organise, and parties that you represent. You may give back what you no longer want to do.',
    noneOwn: 'Nothing is delegated to you.',
    kind: {
      activity: 'Activity “{{name}}”',
      club: 'Club “{{name}}”',
      enterprise: 'Enterprise “{{name}}”',
      organisation: 'Organisation “{{name}}”',
      person: '{{name}} in person',
    },
    pageOf: 'Who helps organise: {{title}}',
  },
};
