import type { ErrorText } from '../../core/error-text.js';

/** What is refused around pictures of an activity, and its lists as files, see `../error-codes.ts`. */
export const pictureErrors = {
  PICTURE_FILE_MISSING: {
    kind: 'rule',
    zh: '找不到上传的文件，请重新上传',
    en: 'The uploaded file is not there; please upload it again',
  },
  PICTURE_FORMAT: {
    kind: 'rule',
    zh: '请使用 JPEG、PNG 或 WebP 图片',
    en: 'Please use a JPEG, PNG or WebP picture',
  },
  PICTURE_HEIC: {
    kind: 'rule',
    zh: '这是 HEIC 图片（苹果手机的默认格式），请先转为 JPEG；也可在“设置—相机—格式”里选“兼容性最佳”',
    en: 'This is a HEIC picture, as iPhones take them: please convert it to JPEG, or choose “Most Compatible” in Settings, Camera, Formats',
  },
  PICTURE_TOO_LARGE: {
    kind: 'rule',
    zh: '图片不能超过 {megabytesMax} MB',
    en: 'A picture may have {megabytesMax} MB at most',
  },
  PICTURE_TOO_MANY_PIXELS: {
    kind: 'rule',
    zh: '图片不能超过 {megapixelsMax} 百万像素',
    en: 'A picture may have {megapixelsMax} megapixels at most',
  },
  PICTURE_UNREADABLE: {
    kind: 'rule',
    zh: '图片已损坏，无法读取',
    en: 'The picture is damaged and cannot be read',
  },
  PICTURES_TOO_MANY: {
    kind: 'conflict',
    zh: '最多 {max} 张图片',
    en: 'There may be at most {max} pictures',
  },
  PICTURE_ALT_MISSING: {
    kind: 'rule',
    zh: '封面需要一句文字说明，供看不到图片的人使用',
    en: 'The cover needs words that say what it shows, for who does not see it',
  },
  PICTURES_CHANGED: {
    kind: 'conflict',
    zh: '图片已被别人增减，请刷新后再排序',
    en: 'Somebody has added or removed pictures meanwhile; please load them anew',
  },
  LIST_FILE_TOO_LONG: {
    kind: 'rule',
    zh: '名单超过 {rowsMax} 行，请按状态或名额池分开下载',
    en: 'The list has more than {rowsMax} lines; please take it in parts, by state or pool',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
