import type { TuningFindingKind } from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { Locale } from '@gongxiang/domain';
import type { Finding } from './findings.model.js';

/** What a sentence is made of: names in the order of the finding, and figures by name, rounded for the reader. */
interface Words {
  readonly first: string;
  readonly second: string;
  /** Two decimals. */
  figure(name: string): string;
  whole(name: string): string;
  percent(name: string): string;
}

type Sentences = Readonly<Record<TuningFindingKind, (words: Words) => string>>;

const zh: Sentences = {
  reliable: (w) =>
    `“${w.first}”下的 ${w.whole('items')} 道题测的是同一件事：信度系数 α = ${w.figure('alpha')}（${w.whole('answers')} 份答卷）。`,
  unreliable: (w) =>
    `“${w.first}”下的 ${w.whole('items')} 道题合在一起不够可靠：信度系数 α = ${w.figure('alpha')}，低于 0.70（${w.whole('answers')} 份答卷）。`,
  itemHarms: (w) =>
    `“${w.first}”与同组其他题不一致：去掉它，α 由 ${w.figure('alpha')} 升至 ${w.figure('alphaWithout')}。`,
  itemWeak: (w) => `“${w.first}”区分不出高低：与同组其余题的相关为 ${w.figure('itemRest')}，低于 0.30。`,
  itemCeiling: (w) =>
    `“${w.first}”有 ${w.percent('share')} 的人给了最好的一档，几乎不起区分作用，可换一种问法。`,
  itemFloor: (w) =>
    `“${w.first}”有 ${w.percent('share')} 的人给了最差的一档，几乎不起区分作用，可换一种问法。`,
  redundant: (w) =>
    `“${w.first}”与“${w.second}”说的几乎是同一件事：在 ${w.whole('subjects')} 个对象上的相关为 ${w.figure('correlation')}，可以合并。`,
  weightsDiffer: (w) =>
    `“${w.first}”现行权重 ${w.figure('active')}，数据本身（熵权）给出 ${w.figure('entropy')}，相差不小，宜请评判者再议。`,
  drift: (w) =>
    `“${w.first}”比上一季由 ${w.figure('before')} 变为 ${w.figure('after')}，效应量 g = ${w.figure('effect')}，值得追问原因。`,
  tooFewAnswers: (w) =>
    `数据不足，暂不能判断信度：答卷 ${w.whole('answers')} 份，至少需要 ${w.whole('needed')} 份。`,
  tooFewSubjects: (w) =>
    `数据不足，暂不能判断指标是否重复、熵权如何：有得分的对象 ${w.whole('subjects')} 个，至少需要 ${w.whole('needed')} 个。`,
  noSeasonBefore: (w) =>
    `与上一季无从比较：上一季有得分的对象 ${w.whole('subjects')} 个，至少需要 ${w.whole('needed')} 个。`,
};

const en: Sentences = {
  reliable: (w) =>
    `The ${w.whole('items')} questions below “${w.first}” measure one thing: alpha = ${w.figure('alpha')} (${w.whole('answers')} answers).`,
  unreliable: (w) =>
    `The ${w.whole('items')} questions below “${w.first}” are not reliable together: alpha = ${w.figure('alpha')}, below 0.70 (${w.whole('answers')} answers).`,
  itemHarms: (w) =>
    `“${w.first}” does not go with the others of its group: without it alpha rises from ${w.figure('alpha')} to ${w.figure('alphaWithout')}.`,
  itemWeak: (w) =>
    `“${w.first}” does not discriminate: its correlation with the rest of its group is ${w.figure('itemRest')}, below 0.30.`,
  itemCeiling: (w) =>
    `${w.percent('share')} gave “${w.first}” the best answer there is: it hardly tells anyone apart; ask in another way.`,
  itemFloor: (w) =>
    `${w.percent('share')} gave “${w.first}” the worst answer there is: it hardly tells anyone apart; ask in another way.`,
  redundant: (w) =>
    `“${w.first}” and “${w.second}” say nearly the same: over ${w.whole('subjects')} subjects their correlation is ${w.figure('correlation')}. They could become one.`,
  weightsDiffer: (w) =>
    `“${w.first}” weighs ${w.figure('active')} now; the data themselves (entropy) give ${w.figure('entropy')}: worth putting to the judges again.`,
  drift: (w) =>
    `“${w.first}” moved from ${w.figure('before')} to ${w.figure('after')} since the season before, effect size g = ${w.figure('effect')}: worth asking why.`,
  tooFewAnswers: (w) =>
    `Too few to say anything of reliability: ${w.whole('answers')} answers, at least ${w.whole('needed')} are needed.`,
  tooFewSubjects: (w) =>
    `Too few to say which indicators repeat each other, and what entropy would weigh: ${w.whole('subjects')} scored subjects, at least ${w.whole('needed')} are needed.`,
  noSeasonBefore: (w) =>
    `Nothing to compare with: ${w.whole('subjects')} subjects were scored in the season before, at least ${w.whole('needed')} are needed.`,
};

const tops: Readonly<Record<Locale, string>> = { 'zh-CN': '总目标', en: 'the whole' };

/** A finding as a sentence, each with the figures that it rests on. */
export function sentenceOf({ kind, names, figures }: Finding, locale: Locale): string {
  const of = (name: string): number => figures[name] ?? 0;
  return (locale === 'en' ? en : zh)[kind]({
    first: names[0] ?? tops[locale],
    second: names[1] ?? '',
    figure: (name) => of(name).toFixed(2),
    whole: (name) => String(of(name)),
    percent: (name) => `${Math.round(of(name) * 100)}%`,
  });
}
