import type { ErrorText } from '../../core/error-text.js';

/** What is refused around the album of an activity, see `../error-codes.ts`. */
export const albumErrors = {
  ALBUM_NOT_OPEN: {
    kind: 'conflict',
    zh: '活动还没有开始，开始后才能上传照片',
    en: 'The activity has not begun; pictures may be added once it has',
  },
  ALBUM_CLOSED: {
    kind: 'conflict',
    zh: '活动结束已超过 {days} 天，不能再上传照片',
    en: 'The activity ended more than {days} days ago; no more pictures may be added',
  },
  ALBUM_NOT_PRESENT: {
    kind: 'forbidden',
    zh: '签到参加活动的人才能上传照片',
    en: 'Pictures are added by those who were checked in',
  },
  ALBUM_FULL: {
    kind: 'conflict',
    zh: '一个活动的相册最多 {max} 张照片',
    en: 'The album of an activity has at most {max} pictures',
  },
  ALBUM_TOO_MANY_OF_PERSON: {
    kind: 'conflict',
    zh: '每人最多上传 {max} 张照片，可以先撤回几张',
    en: 'Each person may have {max} pictures here; you can withdraw some first',
  },
  ALBUM_PICTURE_NOT_OPEN: {
    kind: 'conflict',
    zh: '照片的状态已经变了，请刷新',
    en: 'The picture is in another state by now; please load it anew',
  },
  ALBUM_REPORT_DECIDED: {
    kind: 'conflict',
    zh: '您的举报已经处理过；如有异议，请用“投诉”联系上级工会',
    en: 'Your report has been decided; if you disagree, please use the complaint form',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
