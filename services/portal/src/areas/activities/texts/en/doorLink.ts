import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/doorLink.js';

export const texts: Same<typeof chinese> = {
  doorLink: {
    titleOf: 'Door helpers: {{title}}',
    hint: 'Give each helper a link of their own: they need no account, and check people in to this one activity on their own phone. A link works on one phone, ends automatically, and can be revoked at any time. Helpers see only the list that the door needs, with names shown in part.',
    toDoor: 'To the door',
    notOpen: 'The activity is not published, is over or was cancelled: no links can be made.',
    make: 'A new link',
    makeIt: 'Make the link',
    notMade: 'The link could not be created',
    name: 'Which entrance, or who helps',
    nameHint: 'Such as “East gate · Li, volunteer”',
    nameRequired: 'Please say which entrance it is, or who helps',
    ends: 'When it ends',
    hoursAfter_one: '{{count, number}} hour after the activity',
    hoursAfter_other: '{{count, number}} hours after the activity',
    links: 'Links',
    none: 'There are no links yet.',
    scans_one: '{{count, number}} scan',
    scans_other: '{{count, number}} scans',
    untilUnbound: 'No phone has opened it yet; ends {{until}}',
    untilBound: 'On a phone since {{since}}; ends {{until}}',
    stateIs: { open: 'Not opened yet', bound: 'In use', ended: 'Ended', revoked: 'Revoked' },
    revoke: 'Revoke',
    revokeOf: 'Revoke the link of {{name}}',
    revokeQuestion:
      'Revoke the link of “{{name}}”? That phone can check in nobody from now on. What it has checked in stays; what it has not sent yet remains on that phone.',
    revokeYes: 'Revoke the link',
    notRevoked: 'Could not be revoked',
    once: 'The link is ready. It is shown this once: let the helper scan it with their phone, or send it to them alone.',
    gone: 'This link was shown once and cannot be seen again. Please revoke it and make another.',
    qr: 'QR code of the door link of {{name}}',
    address: 'Door link',
    copy: 'Copy the link',
    copied: 'Copied',
    copyFailed: 'It could not be copied; please select it by hand',
    helperTitle: 'Helping at the door: {{title}}',
    invited: 'You are asked to check people in as “{{name}}”, until {{until}}.',
    thisPhone:
      'Once you press the button, the link belongs to this phone and works on no other. The list is kept on this phone, encrypted, and deleted when the link ends.',
    begin: 'Check in with this phone',
    notBegun: 'It could not begin',
    otherPhone:
      'Another phone works with this link already. To change phones, ask the organiser to revoke it and to make a new one for you.',
    workingAs:
      'You check in as “{{name}}”; the link ends {{until}}. Please have a network once before then, so that everything is sent.',
    overTitle: 'Check-in at the door',
    over: {
      ended: 'This door link has ended, or the activity is over.',
      revoked: 'The organiser has revoked this door link.',
      unknown: 'There is no such door link; some of it may have been lost when it was copied.',
    },
    askForAnother: 'If you are still to help, please ask the organiser for a new link.',
    unsent_one:
      '{{count, number}} scan was not sent and remains on this phone. Ask the organiser for a new link and open it on this phone: it is sent automatically then.',
    unsent_other:
      '{{count, number}} scans were not sent and remain on this phone. Ask the organiser for a new link and open it on this phone: they are sent automatically then.',
  },
};
