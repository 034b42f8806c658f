import type { ErrorText } from '../../core/error-text.js';

/** What is refused about vacancies, see `../../error-codes.ts`. */
export const vacancyErrors = {
  VACANCY_STATE: {
    kind: 'conflict',
    zh: '岗位现在的状态不能这样处理，请刷新后再看',
    en: 'The vacancy is in a state in which this is not possible; read it again',
  },
  VACANCY_INVALID: {
    kind: 'rule',
    zh: '岗位有不合规则的地方，请看标出的各项',
    en: 'Something about the vacancy breaks a rule; see what is marked',
  },
  VACANCY_NO_EMPLOYER: {
    kind: 'rule',
    zh: '这家工会没有登记用人单位，只能为有单位的工会发布',
    en: 'This union has no enterprise; only a union that has one can offer work',
  },
  VACANCY_PAY_REVERSED: {
    kind: 'rule',
    zh: '最高工资要填在最低之后，不能低于最低工资',
    en: 'The most needs the least beside it, and is no less',
  },
  VACANCY_NO_CONTACT: {
    kind: 'rule',
    zh: '电话和地址至少填一项',
    en: 'Say a phone number or an address',
  },
  VACANCY_INTERNAL_PUBLIC: {
    kind: 'rule',
    zh: '内部竞聘和轮岗只给会员看',
    en: 'A post within an enterprise is for members alone',
  },
  VACANCY_UNTIL: {
    kind: 'rule',
    zh: '截止日期要在今天到 {days} 天之内',
    en: 'The last day is today or within {days} days',
  },
  VACANCY_AUDIENCE_FIXED: {
    kind: 'rule',
    zh: '发布以后不能改给谁看',
    en: 'For whom it is does not change once it is published',
  },
  VACANCY_FEE_WORDS: {
    kind: 'conflict',
    zh: '文字里有像是收费或中介的词（{words}）。招聘免费，请改写；确认不收费的，请勾选后再发布',
    en: 'It has words that sound like a fee or an agent ({words}). Work is free: write it anew, or confirm that nothing is asked',
  },
  VACANCY_INTEREST_SENT: {
    kind: 'conflict',
    zh: '您已经表示过意向',
    en: 'You have said already that you are interested',
  },
  VACANCY_INTEREST_STATE: {
    kind: 'conflict',
    zh: '这条意向已有结果，不能再改',
    en: 'What became of this interest is decided already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
