import type { ErrorText } from '../../core/error-text.js';

/** What is refused to those who keep the books of others, see `../error-codes.ts`. */
export const bookkeepingErrors = {
  MANDATE_LIMIT_EXCEEDED: {
    kind: 'forbidden',
    zh: '超出代理记账的单笔限额（{limitFen}），须由委托工会自己办理',
    en: 'More than the mandate allows for one act ({limitFen}): the union itself has to do this',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
