export const texts = {
  groupPicker: {
    union: '小组所属的工会',
    chooseUnion: '请选择工会',
    choose: '请选择小组',
    none: '这个工会还没有小组。',
    toGroups: '去新建小组',
  },
} as const;
