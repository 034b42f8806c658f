import { indexTerms } from '@gongxiang/domain';

/**
 * Synonyms of lenders and borrowers, by their canonical word. Words as used in our networks; an ambiguous word is in
 * no group.
 */
const sameWords: Readonly<Record<string, readonly string[]>> = {
  教练: ['老师', '讲师', '培训师', '指导员', '导师', '辅导员'],
  投影仪: ['投影机', '投影设备'],
  课程: ['课件', '网课', '教材'],
  大巴: ['客车', '班车', '巴士', '中巴', '大客'],
  音响: ['扩音设备', '扩音器', '功放', '音箱'],
  体检: ['健康检查', '义诊', '健康筛查'],
  律师: ['法律咨询', '法律援助', '法务', '法律服务'],
  心理咨询: ['心理辅导', '心理疏导', '心理援助'],
  模板: ['范本', '样本', '样稿', '范文'],
  主持人: ['司仪', '主持'],
  裁判: ['裁判员'],
  摄影: ['拍照', '照相', '摄像'],
  礼堂: ['剧场', '报告厅', '演播厅'],
  会议室: ['研讨室', '培训室', '教室'],
  篮球场: ['篮球馆'],
  羽毛球场: ['羽毛球馆'],
  乒乓球台: ['乒乓球桌', '乒乓台'],
  帐篷: ['天幕', '遮阳棚'],
  联谊: ['相亲', '交友', '鹊桥'],
  急救: ['救护', '心肺复苏'],
  烘焙: ['蛋糕制作', '面点'],
};

const pairs = Object.entries(sameWords)
  .flatMap(([word, others]) => others.map((other) => [other, word] as const))
  // Longer ones first: 投影设备 must not be read as 投影 followed by something else.
  .sort(([left], [right]) => right.length - left.length || (left < right ? -1 : 1));
const standsFor: ReadonlyMap<string, string> = new Map(pairs);
const anyOfThem = new RegExp(
  [...Object.keys(sameWords), ...pairs.map(([other]) => other)]
    .sort((left, right) => right.length - left.length)
    .join('|'),
  'g',
);

/** A text with synonyms replaced by their canonical words. */
export function plainWords(text: string): string {
  return text.normalize('NFKC').replace(anyOfThem, (word) => standsFor.get(word) ?? word);
}

/** The terms of a text for comparison, independent of its choice of words. */
export function wordTerms(text: string): ReadonlySet<string> {
  return new Set(indexTerms(plainWords(text)));
}

/** All variants of a phrase: itself, and with each word replaced by its synonyms. At most `max`. */
export function sayings(words: string, max: number): string[] {
  const plain = plainWords(words);
  const group = Object.entries(sameWords).find(([word]) => plain.includes(word));
  if (group === undefined) return [words];
  const [word, others] = group;
  return [...new Set([words, plain, ...others.map((other) => plain.replace(word, other))])].slice(0, max);
}
