import type { TuningFindingKind } from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import type { Locale } from '@gongxiang/domain';
import { type Advised, answersToDrop } from './advice.model.js';

interface Words {
  readonly first: string;
  readonly second: string;
  readonly suggestion: Advised['suggestion'];
  readonly answers: number;
  readonly questions: number;
  readonly figures: Advised['figures'];
}

type Sentences = Readonly<Record<TuningFindingKind, (words: Words) => string>>;

/** What to do about a question that does not fit, after what is wrong with it. */
function zhQuestion(wrong: string, { first, suggestion, answers, questions }: Words): string {
  if (suggestion === 'drop') return `可以删掉“${first}”：它${wrong}。`;
  if (suggestion === 'ask')
    return `“${first}”${wrong}；这一组只有 ${questions} 道题，先补几道问同一件事的题，不要删。`;
  if (suggestion === 'collect')
    return `“${first}”${wrong}，但只有 ${answers} 份答卷，看不准：先收集到 ${answersToDrop} 份以上，现在不要删。`;
  return `“${first}”也${wrong}。一次只删一道，删了上面那道，下一季再看这一道。`;
}

function enQuestion(wrong: string, { first, suggestion, answers, questions }: Words): string {
  if (suggestion === 'drop') return `“${first}” can go: it ${wrong}.`;
  if (suggestion === 'ask')
    return `“${first}” ${wrong}; its group has only ${questions} questions: add some about the same thing, and delete none.`;
  if (suggestion === 'collect')
    return `“${first}” ${wrong}, but ${answers} answers are too few to tell: collect ${answersToDrop} first, and delete nothing now.`;
  return `“${first}” ${wrong}, too. Delete one at a time: the one above first, and look at this one next season.`;
}

const percent = (share = 0): string => `${Math.round(share * 100)}%`;
const isUp = ({ figures: { before = 0, after = 0 } }: Words): boolean => after > before;

const zh: Sentences = {
  reliable: ({ first }) => `“${first}”这组题问得准，不用改。`,
  unreliable: ({ first, suggestion, answers }) =>
    suggestion === 'collect'
      ? `“${first}”这组题问得准不准还看不出：只有 ${answers} 份答卷，先收集到 ${answersToDrop} 份以上，题目先不要动。`
      : `“${first}”这组题合在一起还不够准，请再补一两道问同一件事的题。`,
  itemHarms: (words) => zhQuestion('和同组其他题答得不一致', words),
  itemWeak: (words) => zhQuestion('分不出好坏', words),
  itemCeiling: ({ first }) => `“${first}”几乎人人都打最高分，请换一种问法。`,
  itemFloor: ({ first }) => `“${first}”几乎人人都打最低分，请换一种问法。`,
  redundant: ({ first, second }) => `“${first}”和“${second}”几乎总是同高同低，可以合并成一个指标。`,
  weightsDiffer: ({ first, figures }) =>
    `“${first}”现在占 ${percent(figures['active'])}，而各对象在这一项上拉开的差距不相称，请评判的人再议一次权重。`,
  drift: (words) => `“${words.first}”比上一季明显${isUp(words) ? '升高' : '降低'}了，请问一问原因。`,
  tooFewAnswers: ({ figures }) =>
    `答卷还太少（${figures['answers'] ?? 0} 份），收集到 ${figures['needed'] ?? 0} 份以上再看题目好不好用。`,
  tooFewSubjects: ({ figures }) =>
    `有得分的对象还太少（${figures['subjects'] ?? 0} 个），满 ${figures['needed'] ?? 0} 个再看指标有没有重复。`,
  noSeasonBefore: () => '上一季的得分太少，这一季还没法和它比，不用做什么。',
};

const en: Sentences = {
  reliable: ({ first }) => `The questions below “${first}” work well: leave them.`,
  unreliable: ({ first, suggestion, answers }) =>
    suggestion === 'collect'
      ? `Whether the questions below “${first}” work cannot be told from ${answers} answers: collect ${answersToDrop} first, and leave them.`
      : `The questions below “${first}” do not measure well enough together: add one or two about the same thing.`,
  itemHarms: (words) => enQuestion('does not go with the others of its group', words),
  itemWeak: (words) => enQuestion('does not tell good from bad', words),
  itemCeiling: ({ first }) => `Nearly everybody gives “${first}” the best answer: ask in another way.`,
  itemFloor: ({ first }) => `Nearly everybody gives “${first}” the worst answer: ask in another way.`,
  redundant: ({ first, second }) =>
    `“${first}” and “${second}” nearly always rise and fall together: they could become one indicator.`,
  weightsDiffer: ({ first, figures }) =>
    `“${first}” counts ${percent(figures['active'])}, which does not match how far it sets subjects apart: ask the judges to weigh it again.`,
  drift: (words) =>
    `“${words.first}” has clearly ${isUp(words) ? 'risen' : 'fallen'} since the season before: ask why.`,
  tooFewAnswers: ({ figures }) =>
    `There are too few answers (${figures['answers'] ?? 0}): collect ${figures['needed'] ?? 0} before you judge the questions.`,
  tooFewSubjects: ({ figures }) =>
    `Too few were scored (${figures['subjects'] ?? 0}): with ${figures['needed'] ?? 0} it can be told which indicators repeat each other.`,
  noSeasonBefore: () =>
    'Too few were scored in the season before to compare with it; there is nothing to do.',
};

const tops: Readonly<Record<Locale, string>> = { 'zh-CN': '总目标', en: 'the whole' };

/** What to do about a finding, in one sentence that needs no statistics. */
export function adviceOf(advised: Advised, locale: Locale): string {
  const { kind, names, suggestion, answers, questions, figures } = advised;
  const [first = tops[locale], second = ''] = names;
  return (locale === 'en' ? en : zh)[kind]({ first, second, suggestion, answers, questions, figures });
}
