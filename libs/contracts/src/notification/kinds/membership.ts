import type { NoticeRule } from './notice-rule.js';

export const membershipNotices = {
  intakeAnswered: {
    urgency: 'soon',
    link: '/intake/{intakeId}',
    zh: {
      title: '反映有答复了',
      lines: [
        '{partyName}答复了您的反映。请打开查看：解决了就点“解决了”，没解决可以再问；{at}前不回复，将自动办结。',
      ],
    },
    en: {
      title: 'Your message is answered',
      lines: [
        '{partyName} has answered you. Open it and say whether it is resolved, or ask again; it closes by itself on {at}.',
      ],
    },
  },
  intakeClosed: {
    urgency: 'whenever',
    link: '/intake/{intakeId}',
    zh: { title: '反映已办结', lines: ['您的反映已经办结，打开可以看到原因。'] },
    en: { title: 'Your message is closed', lines: ['What you wrote is closed; open it to see why.'] },
  },
} as const satisfies Readonly<Record<string, NoticeRule>>;
