import type { ErrorText } from '../../core/error-text.js';

/** What is refused about corrections of personal data, see `../../error-codes.ts`. */
export const correctionErrors = {
  CORRECTION_SAME_VALUES: {
    kind: 'rule',
    zh: '填写的内容与登记的一致，没有需要更正的',
    en: 'What was entered is already on record: there is nothing to correct',
  },
  CORRECTION_NUMBER_TAKEN: {
    kind: 'conflict',
    zh: '该证件号码已有登记，可能是同一个人有两份记录。请联系工会干部核实，必要时合并两份记录',
    en: 'This number is on record already: two records may be of one person. Please ask an officer to look into it and merge them if so',
  },
  CORRECTION_PHONE_TAKEN: {
    kind: 'conflict',
    zh: '该手机号已有人用来登录，请核对号码',
    en: 'Somebody signs in with this phone already; please check the number',
  },
  CORRECTION_WAITS: {
    kind: 'conflict',
    zh: '此人已有一项更正等待办理，请先等候结果或撤回',
    en: 'A correction for this person waits already; please wait for its decision, or withdraw it',
  },
  CORRECTION_PAPER_MISSING: {
    kind: 'rule',
    zh: '请上传证件照片',
    en: 'Please upload a picture of the paper',
  },
  CORRECTION_PAPER_FORMAT: {
    kind: 'rule',
    zh: '请上传 10 MB 以内的 JPEG、PNG 或 WebP 图片（苹果手机的 HEIC 图片请先转为 JPEG）',
    en: 'Please upload a JPEG, PNG or WebP picture of up to 10 MB (convert HEIC pictures of iPhones to JPEG first)',
  },
  CORRECTION_NOT_LATEST: {
    kind: 'conflict',
    zh: '此后又有更正，不能直接撤回到更正之前；请另行更正',
    en: 'It was corrected again since: please make another correction instead of reversing this one',
  },
  CORRECTION_VALUES_ERASED: {
    kind: 'conflict',
    zh: '更正前的内容已按规定删除，请另行填写更正',
    en: 'The values from before have been erased; please enter them in another correction',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
