import type { Locale } from '@gongxiang/domain';

interface MessageWords {
  /** Between what something is about and what is said of it. */
  readonly colon: string;
  readonly open: string;
  readonly stop: string;
  readonly several: (count: number) => string;
  readonly code: { readonly heading: string; readonly line: (code: string) => string };
  readonly test: { readonly heading: string; readonly line: string };
}

/** What messages say beside the words of notices. */
export const messageWords: Readonly<Record<Locale, MessageWords>> = {
  'zh-CN': {
    colon: '：',
    open: '打开工享查看',
    stop: '不再接收这类消息',
    several: (count) => `您有 ${count} 条新消息`,
    code: {
      heading: '工享验证码',
      line: (code) =>
        `验证码 ${code}，30 分钟内有效。把它填到工享的“消息提醒”页面，以后的提醒就发到这里。若非本人操作，请忽略。`,
    },
    test: { heading: '工享测试消息', line: '收到这条消息，说明提醒可以发到这里。' },
  },
  en: {
    colon: ': ',
    open: 'Open Gongxiang',
    stop: 'No more of this kind',
    several: (count) => `${count} new notices`,
    code: {
      heading: 'Your code for Gongxiang',
      line: (code) =>
        `The code is ${code}, good for 30 minutes. Enter it on the page “Notifications”, and you will be notified here. If it was not you who asked for it, ignore this.`,
    },
    test: { heading: 'A test from Gongxiang', line: 'As this has arrived, you can be notified here.' },
  },
};
