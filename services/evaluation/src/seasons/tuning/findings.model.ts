import type {
  ItemQuality,
  TuningFindingKind,
  TuningSuggestion,
} from '@gongxiang/contracts/evaluation/seasons/tuning.contract';
import {
  answersNeeded,
  seasonNeeded,
  subjectsNeeded,
  type Tuning,
  type TuningInput,
} from './tuning.model.js';

/** What a sentence says, before it is put into words. */
export interface Finding {
  readonly kind: TuningFindingKind;
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
  readonly suggestion: TuningSuggestion;
}

/** Below it a scale is not reliable enough to compare groups by (Nunnally, "Psychometric Theory", 1978). */
const alphaLow = 0.7;
/** Below it a question does not go with the others of its node (Nunnally & Bernstein 1994). */
const itemRestLow = 0.3;
/** So much higher is alpha without a question that harms: less is chance. */
const alphaGain = 0.01;
/** The share of answers at one end of the scale from which a question does not discriminate. */
const extremeShare = 0.8;
/** From here on the weight of the judges and of the data differ by more than taste: a tenth of the whole. */
const weightGap = 0.1;
/** A middling effect (Cohen, "Statistical Power Analysis", 2nd ed. 1988). */
const driftEffect = 0.5;

/** The report in sentences: what is sound, what is to be done, and what cannot be said yet. */
export function findingsOf(input: TuningInput, tuning: Tuning): readonly Finding[] {
  return [
    ...tooFew(input, tuning),
    ...tuning.nodes.flatMap(ofNode),
    ...tuning.items.flatMap((item) => ofItem(item, tuning)),
    ...tuning.redundant.map((pair): Finding => ({
      kind: 'redundant',
      keys: [pair.firstKey, pair.secondKey],
      names: [pair.firstName, pair.secondName],
      figures: { correlation: pair.correlation, subjects: pair.subjects },
      suggestion: 'merge',
    })),
    ...tuning.weights.flatMap(({ key, name, active, entropy }): Finding[] => {
      if (entropy === null || Math.abs(entropy - active) < weightGap) return [];
      return [about('weightsDiffer', { key, name }, { active, entropy }, 'weigh')];
    }),
    ...tuning.drifts.flatMap(({ key, name, before, after, effect }): Finding[] => {
      if (before === null || after === null || effect === null || Math.abs(effect) < driftEffect) return [];
      return [about('drift', { key, name }, { before, after, effect }, 'ask')];
    }),
  ];
}

function tooFew({ answers, subjects, subjectsBefore }: TuningInput, { nodes }: Tuning): Finding[] {
  const found: Finding[] = [];
  if (answers < answersNeeded && nodes.length + answers > 0)
    found.push(general('tooFewAnswers', { answers, needed: answersNeeded }));
  if (subjects.length < subjectsNeeded)
    found.push(general('tooFewSubjects', { subjects: subjects.length, needed: subjectsNeeded }));
  if (subjectsBefore.length < seasonNeeded)
    found.push(general('noSeasonBefore', { subjects: subjectsBefore.length, needed: seasonNeeded }));
  return found;
}

function ofNode({ key, name, items, answers, alpha }: Tuning['nodes'][number]): Finding[] {
  if (alpha === null) return [];
  const kind = alpha < alphaLow ? 'unreliable' : 'reliable';
  const suggestion = kind === 'unreliable' ? 'ask' : 'none';
  return [
    {
      kind,
      figures: { alpha, items, answers },
      suggestion,
      keys: key === null ? [] : [key],
      names: name === null ? [] : [name],
    },
  ];
}

/** The gravest of what is wrong with a question: one sentence each. */
function ofItem(item: ItemQuality, { nodes }: Tuning): Finding[] {
  const { parentKey, itemRest, alphaWithout } = item;
  const alpha = nodes.find(({ key }) => key === parentKey)?.alpha ?? null;
  if (alpha !== null && alphaWithout !== null && alphaWithout > alpha + alphaGain)
    return [about('itemHarms', item, { alpha, alphaWithout }, 'drop')];
  if (itemRest !== null && itemRest < itemRestLow) return [about('itemWeak', item, { itemRest }, 'drop')];
  return atTheEnds(item);
}

function atTheEnds(item: ItemQuality): Finding[] {
  const [floor, ceiling] = [item.floor ?? 0, item.ceiling ?? 0];
  if (ceiling >= extremeShare) return [about('itemCeiling', item, { share: ceiling }, 'ask')];
  return floor >= extremeShare ? [about('itemFloor', item, { share: floor }, 'ask')] : [];
}

function about(
  kind: TuningFindingKind,
  { key, name }: { readonly key: string; readonly name: string },
  figures: Finding['figures'],
  suggestion: TuningSuggestion,
): Finding {
  return { kind, keys: [key], names: [name], figures, suggestion };
}

function general(kind: TuningFindingKind, figures: Finding['figures']): Finding {
  return { kind, keys: [], names: [], figures, suggestion: 'none' };
}
