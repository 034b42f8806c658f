import type { ErrorText } from '../../core/error-text.js';

/** What is refused around attachments of an activity, see `../error-codes.ts`. */
export const attachmentErrors = {
  ATTACHMENT_FILE_MISSING: {
    kind: 'rule',
    zh: '找不到上传的文件，请重新上传',
    en: 'The uploaded file is not there; please upload it again',
  },
  ATTACHMENT_FORMAT: {
    kind: 'rule',
    zh: '附件请使用 PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）或纯文本；旧格式 doc、xls 请另存为新格式，压缩包请拆开上传',
    en: 'Please use PDF, Word (docx), Excel (xlsx), PowerPoint (pptx) or plain text; save older formats anew, and unpack archives',
  },
  ATTACHMENT_IS_PICTURE: {
    kind: 'rule',
    zh: '这是图片，请作为图片添加',
    en: 'This is a picture; please add it as a picture',
  },
  ATTACHMENT_TOO_LARGE: {
    kind: 'rule',
    zh: '附件不能超过 {megabytesMax} MB',
    en: 'An attachment may have {megabytesMax} MB at most',
  },
  ATTACHMENT_MACROS: {
    kind: 'rule',
    zh: '文件里有宏或控件（{part}），请另存为不含宏的文件',
    en: 'The file holds macros or controls ({part}); please save it without them',
  },
  ATTACHMENT_ACTIVE: {
    kind: 'rule',
    zh: '文件里有会自动执行或从外部载入的内容（{part}），请去掉后再上传',
    en: 'The file holds something that runs by itself or is loaded from outside ({part}); please remove it',
  },
  ATTACHMENT_LOCKED: {
    kind: 'rule',
    zh: '文件设有密码，无法检查，请去掉密码后再上传',
    en: 'The file is protected by a password and cannot be checked; please remove it',
  },
  ATTACHMENT_BROKEN: {
    kind: 'rule',
    zh: '文件已损坏，无法读取',
    en: 'The file is damaged and cannot be read',
  },
  ATTACHMENTS_TOO_MANY: {
    kind: 'conflict',
    zh: '一个活动最多 {max} 个附件',
    en: 'An activity has at most {max} attachments',
  },
  ATTACHMENTS_CHANGED: {
    kind: 'conflict',
    zh: '附件已被别人增减，请刷新后再排序',
    en: 'Somebody has added or removed attachments meanwhile; please load them anew',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
