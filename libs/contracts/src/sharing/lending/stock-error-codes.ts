import type { ErrorText } from '../../core/error-text.js';

/** What is refused about resources that are counted, and about their pieces, see `../error-codes.ts`. */
export const stockErrors = {
  STOCK_QUANTITY_MISSING: {
    kind: 'rule',
    zh: '按库存计数的资源须填写数量',
    en: 'A stock says how many there are',
  },
  QUANTITY_NOT_COUNTED: {
    kind: 'rule',
    zh: '该资源不按数量计，只有一份',
    en: 'The resource is not counted: there is one of it',
  },
  FEWER_LEFT: {
    kind: 'conflict',
    zh: '这段时间最多还能借 {free} 件',
    en: 'At this time {free} are left',
  },
  STOCK_BOOKED: {
    kind: 'conflict',
    zh: '不能减少：自 {from} 起已借出 {booked} 件',
    en: 'It cannot become less: {booked} are booked from {from}',
  },
  PART_NOT_COUNTED: {
    kind: 'rule',
    zh: '整体与部分只用于单件资源',
    en: 'Only a single thing can be a part of another single thing',
  },
  NOT_A_KIT: { kind: 'rule', zh: '该资源不是套装', en: 'The resource is no kit' },
  KIT_IN_KIT: { kind: 'rule', zh: '套装中不能再含套装', en: 'A kit cannot be in a kit' },
  KIT_CONTENT_TWICE: {
    kind: 'rule',
    zh: '同一资源在套装中只写一次，整体与其部分也不能同时写',
    en: 'A resource stands once in a kit, and never together with a part of it',
  },
  KIT_OF_OTHER_UNION: {
    kind: 'rule',
    zh: '套装只能由同一工会的资源组成',
    en: 'A kit is made of resources of one union',
  },
  KIT_EMPTY: {
    kind: 'conflict',
    zh: '套装还没有内容，不能借用',
    en: 'The kit has no contents yet, so it cannot be borrowed',
  },
  NOT_IN_PIECES: { kind: 'rule', zh: '该资源不按件编号', en: 'The resource is not counted in pieces' },
  TOO_MANY_PIECES: {
    kind: 'rule',
    zh: '一项资源最多 {max} 件',
    en: 'A resource has at most {max} pieces',
  },
  PIECES_REQUIRED: {
    kind: 'rule',
    zh: '请扫描或填写要交出的 {count} 件',
    en: 'Name the {count} pieces that are handed over',
  },
  PIECE_UNKNOWN: {
    kind: 'rule',
    zh: '“{name}”不是这次借用的物件',
    en: '"{name}" is no piece of what is lent',
  },
  PIECE_NAMED_TWICE: { kind: 'rule', zh: '“{name}”写了两次', en: '"{name}" is named twice' },
  PIECE_OUT: { kind: 'conflict', zh: '{label} 尚未归还', en: '{label} has not come back yet' },
  PIECE_RETIRED: { kind: 'conflict', zh: '{label} 已停用', en: '{label} is retired' },
  PIECE_OUT_OF_SERVICE: {
    kind: 'conflict',
    zh: '该物件这段时间停用',
    en: 'The piece is out of service at this time',
  },
  PIECES_STILL_OUT: {
    kind: 'conflict',
    zh: '还有 {count} 件没有归还：{labels}',
    en: '{count} pieces have not come back: {labels}',
  },
  SERIALS_TOO_MANY: {
    kind: 'rule',
    zh: '序列号不能多于件数',
    en: 'There are more serial numbers than pieces',
  },
  LABEL_TAKEN: {
    kind: 'conflict',
    zh: '标签“{label}”已有物件使用',
    en: 'There is a piece labelled "{label}" already',
  },
} as const satisfies Readonly<Record<string, ErrorText>>;
