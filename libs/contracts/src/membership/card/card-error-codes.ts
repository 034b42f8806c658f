import type { ErrorText } from '../../core/error-text.js';

/** What is refused about members' cards, see `../../error-codes.ts`. */
export const cardErrors = {
  CARD_NEEDS_MEMBERSHIP: {
    kind: 'rule',
    zh: '您目前没有会籍，不能领取会员卡；请联系所在单位工会',
    en: 'You are not a member of a union at present, so there is no card; please ask the union of your workplace',
  },
  CARD_NEEDS_SESSION: {
    kind: 'rule',
    zh: '会员卡只能在登录的设备上领取',
    en: 'A card is issued to a device that is signed in',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
