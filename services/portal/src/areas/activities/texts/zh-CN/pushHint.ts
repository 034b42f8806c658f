export const texts = {
  pushHint: {
    seat: '有名额时在这里提醒我',
    change: '活动有变化时在这里提醒我',
    dismiss: '不用了',
  },
} as const;
