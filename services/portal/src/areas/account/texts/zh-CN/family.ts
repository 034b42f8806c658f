export const texts = {
  family: {
    title: '我的家人',
    intro:
      '报名亲子活动等可以带人的活动时，点一下就能带上这里的家人。只有您自己看得到；修改这里不影响已经报好的名。',
    kept: '常带的家人',
    none: '还没有添加。',
    add: '添加家人',
    name: '姓名',
    keep: '保存为家人',
    keepOf: '保存为家人：{{name}}',
    change: '修改',
    changeOf: '修改{{name}}',
    remove: '删除',
    removeOf: '删除{{name}}',
    removeQuestion: '删除{{name}}？以后报名不再列出；已经报好的名不变。',
    refused: '未能完成',
    brought: '以前报名带过的人',
    broughtHint: '报名时会一并列出。名字写错了，可改好后保存为家人。',
    dismiss: '不再列出',
    dismissOf: '不再列出{{name}}',
    dismissQuestion: '以后报名不再列出{{name}}？已经报好的名不变。',
  },
} as const;
