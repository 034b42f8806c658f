import type { texts as chinese } from '../zh-CN/stopNotices.js';
import type { Same } from '../../../../i18n/index.js';

export const texts: Same<typeof chinese> = {
  stopNotices: {
    title: 'Stop messages of this kind',
    what: 'Press the button below, and messages of this kind are no longer sent to your mail and your devices.',
    stays: 'They still come to your notices on this site, and all other messages are sent as before.',
    stop: 'Stop these messages',
    failed: 'Nothing was changed',
    elsewhere: 'Please open the whole link of the message; or sign in and set it under “Notifications”.',
    done: 'Done: messages of this kind now come only to your notices on this site.',
    toSettings: 'Sign in to see all notification settings',
  },
};
