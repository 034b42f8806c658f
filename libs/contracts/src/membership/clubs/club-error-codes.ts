import type { ErrorText } from '../../core/error-text.js';

/** What is refused about the members of clubs, see `../error-codes.ts`. */
export const clubErrors = {
  CLUB_FOR_MEMBERS: {
    kind: 'rule',
    zh: '只有会籍有效的会员可以加入俱乐部',
    en: 'Only people with an active membership of a union can join a club',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
