export const texts = {
  loanMoney: {
    title: '使用费与押金',
    none: '这次借用还没有入账。',
    rule: '押金在交接时冻结，只记在账上、不划款，也不参加轧差；借用结束时释放，有损坏的先从押金中扣抵。使用费在借用结束时按实际使用时间入账。',
    held: '现冻结押金 {{amount}}',
    owed: '应付合计 {{amount}}，与其他往来一起轧差',
    lines: '已入账的',
    line: {
      depositHeld: '冻结押金 {{amount}}',
      depositKept: '从押金中扣抵损坏 {{amount}}，转为应付',
      depositReleased: '释放押金 {{amount}}',
      loanFee: '使用费 {{amount}}',
      damage: '损坏赔付 {{amount}}',
    },
    reversed: '已冲正',
    toStatement: '在对账单中查看',
  },
} as const;
