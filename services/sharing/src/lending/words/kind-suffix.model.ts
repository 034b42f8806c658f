import type { ThingKind } from './thesaurus.model.js';

/** What Chinese calls a thing at its end: whatever an 攀岩馆 is, one can go there. */
const endings: readonly (readonly [RegExp, ThingKind])[] = [
  [/(馆|厅|室|房|场|坊|园|间|中心|基地|教室|道馆|院|营地)$/, 'venue'],
  [/车$/, 'vehicle'],
  [/(教练|老师|讲师|导师|传承人|艺人|师傅)$/, 'teacher'],
  [/(员|手|师)$/, 'helper'],
  [/(机|器|仪|台|架|炉|灯|袋|杖|衣|服|鞋|帽|毯|椅|桌|床|箱|包|绳|板|伞|艇|牌|杯|栏)$/, 'equipment'],
];

/** The kind of a thing whose name is in no line of the thesaurus; null where its end does not say it either. */
export function kindByEnding(word: string): ThingKind | null {
  if ([...word].length < 2) return null;
  return endings.find(([ending]) => ending.test(word))?.[1] ?? null;
}
