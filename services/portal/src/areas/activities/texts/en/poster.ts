import type { Same } from '../../../../i18n/index.js';
import type { texts as chinese } from '../zh-CN/poster.js';

export const texts: Same<typeof chinese> = {
  poster: {
    title: 'Share it',
    hint: 'Anyone can open this link without signing in, and sees when, where and how many seats are left.',
    copy: 'Copy the link',
    copied: 'Copied',
    copyByHand: 'The browser does not let us copy; please copy by hand: {{url}}',
    qr: 'QR code of the activity’s page',
    size: 'Paper',
    paper: '{{size}} paper',
    download: 'Download the poster',
    failed: 'The poster could not be fetched',
  },
};
