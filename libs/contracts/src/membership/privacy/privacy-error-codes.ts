import type { ErrorText } from '../../core/error-text.js';

/** What is refused about consents and one's own data, see `../../error-codes.ts`. */
export const privacyErrors = {
  CONSENT_TEXT_CHANGED: {
    kind: 'conflict',
    zh: '说明已更新为第 {version} 版，请重新阅读后再决定',
    en: 'The text is now version {version}; please read it again before you decide',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
