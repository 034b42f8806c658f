export const texts = {
  finder: {
    placeholder: '活动、场地、账单、工会、会员、功能…',
    results: '搜索结果',
    hint: '输入名称、拼音或首字母；按 Ctrl K 随时打开搜索。',
    recent: '最近打开',
    pages: '功能',
    nothing: '没有找到“{{text}}”。换个词，或只输入一部分。',
  },
} as const;
