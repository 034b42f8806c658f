import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/card.js';

export const texts: Same<typeof chinese> = {
  card: {
    title: 'Member’s card',
    hint: 'Show it at a door or a counter. The code changes every 30 seconds and says only that you are a member, without name or number; it works without a network.',
    qr: 'QR code of the member’s card',
    union: 'Union',
    validUntil: 'Valid until',
    validHint: 'Opening this page with a network extends it by two weeks.',
    loading: 'Preparing the card…',
    failed: 'The card cannot be issued right now',
    unsupported:
      'This browser cannot keep a card (it needs https, and no private window). Please open this page in the browser of your phone.',
    noNetwork:
      'There is no network, and the card is not on this device yet. Open this page once with a network.',
    expired: 'The card has expired. Please open this page again with a network.',
    retry: 'Try again',
    own: 'Devices that have my card',
    ownHint:
      'Lost a phone? Revoke the card on it here. Signing out and the end of the membership revoke a card as well.',
    ownEmpty: 'No card has been issued yet.',
    thisDevice: 'This device',
    otherDevice: 'Another device',
    issuedAt: 'issued {{time}}',
    revoke: 'Revoke',
    revokeQuestion: 'Revoke this card? The code on that device will not be valid any more.',
    revokeThisQuestion: 'Revoke the card on this device? It gets a new one when this page is opened again.',
    revokeFailed: 'Not revoked',
    toVerify: 'Check somebody’s card',
    end: {
      revokedByOwner: 'Revoked by you',
      signedOut: 'The device was signed out',
      membershipEnded: 'The membership has ended',
    },
    past: 'Expired',
    verify: {
      title: 'Check a member’s card',
      hint: 'Scan the code on the member’s phone. Once opened, this page works without a network; it shows no name.',
      paste: 'Or paste what the code holds',
      check: 'Check',
      valid: 'Member, valid',
      again:
        'This very code was checked {{seconds}} seconds ago; please make sure that it is the same person.',
      asOf: 'List of revoked cards as of {{time}}',
      old: 'The list of revoked cards is more than a day old. Please reload this page with a network.',
      leftOut: 'The list of revoked cards is too long: {{count}} are left out.',
      noBook: 'The public keys are not here yet. Please open this page with a network.',
      unsupported: 'This browser cannot check signatures (it needs https).',
      refusal: {
        notACard: 'This is not the code of a member’s card',
        issuerUnknown: 'The issuer is not known; please reload with a network and try again',
        forged: 'The signatures do not match: not genuine',
        expired: 'Expired; the member has to open the card with a network',
        revoked: 'Revoked',
        tooOld: 'The code is out of date; ask for the present one, not a picture',
        tooEarly: 'The code is ahead of this device; please check the clocks of both',
      },
    },
  },
};
