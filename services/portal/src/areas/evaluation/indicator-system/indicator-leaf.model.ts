import type { IndicatorLeaf } from './indicator-tree.model.js';

type Fact = NonNullable<IndicatorLeaf['fact']>;
type Kind = IndicatorLeaf['kind'];
type Item = NonNullable<IndicatorLeaf['item']>;
type Choice = NonNullable<IndicatorLeaf['choices']>[number];
type Axis = NonNullable<IndicatorLeaf['axes']>[number];

export const kinds: readonly Kind[] = ['survey', 'fact', 'figure'];
export const items: readonly Item[] = ['likert', 'nps', 'choice', 'text'];
export const choicesMax = 20;
export const axesMax = 10;

type Scale = Pick<IndicatorLeaf, 'scaleMin' | 'scaleMax' | 'direction'>;

/** How each fact is measured, as a rule; the scale may be changed. */
const factScales: Readonly<Record<Fact, Scale>> = {
  attendanceRate: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  fillRate: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  costPerHead: { scaleMin: 0, scaleMax: 200, direction: 'min' },
  smallFirmShare: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  unionsReached: { scaleMin: 0, scaleMax: 10, direction: 'max' },
  loanPunctuality: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  repeatParticipation: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  replyTime: { scaleMin: 0, scaleMax: 72, direction: 'min' },
  reach: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  activitiesHeld: { scaleMin: 0, scaleMax: 12, direction: 'max' },
  loansMade: { scaleMin: 0, scaleMax: 20, direction: 'max' },
  utilisation: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  mattersDecided: { scaleMin: 0, scaleMax: 200, direction: 'max' },
  mattersInTime: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  mattersEscalated: { scaleMin: 0, scaleMax: 1, direction: 'min' },
  mattersReopened: { scaleMin: 0, scaleMax: 1, direction: 'min' },
  matterSatisfaction: { scaleMin: 1, scaleMax: 5, direction: 'max' },
  mustReadReach: { scaleMin: 0, scaleMax: 1, direction: 'max' },
  assignmentsInTime: { scaleMin: 0, scaleMax: 1, direction: 'max' },
};
export const facts = Object.keys(factScales) as Fact[];

/** Known of unions alone, and explained where one is chosen: how they are counted does not follow from their names. */
const explainedFacts = [
  'mattersDecided',
  'mattersInTime',
  'mattersEscalated',
  'mattersReopened',
  'matterSatisfaction',
  'mustReadReach',
  'assignmentsInTime',
] as const satisfies readonly Fact[];

export function explainedFact(fact: Fact): (typeof explainedFacts)[number] | null {
  return explainedFacts.find((one) => one === fact) ?? null;
}

/** How questions are answered, as a rule; what is answered in words has no scale, but a leaf needs one. */
const itemScales: Readonly<Record<Item, Scale>> = {
  likert: { scaleMin: 1, scaleMax: 5, direction: 'max' },
  nps: { scaleMin: 0, scaleMax: 10, direction: 'max' },
  choice: { scaleMin: 0, scaleMax: 100, direction: 'max' },
  text: { scaleMin: 0, scaleMax: 1, direction: 'max' },
};

/** A question to those who came, answered by 1 to 5. */
export const surveyLeaf: IndicatorLeaf = {
  kind: 'survey',
  fact: null,
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'participation',
};

export function itemOf({ kind, item }: Pick<IndicatorLeaf, 'kind' | 'item'>): Item | null {
  return kind === 'survey' ? (item ?? 'likert') : null;
}

/** Its subject stays; its measurement begins again. */
export function withKind(leaf: IndicatorLeaf, kind: Kind): IndicatorLeaf {
  const about = aboutOf(leaf);
  if (kind === 'survey') return { ...surveyLeaf, ...about };
  if (kind === 'figure') return { ...about, kind, figure: '', scaleMin: 0, scaleMax: 100, direction: 'max' };
  return { ...about, kind, fact: 'attendanceRate', ...factScales.attendanceRate };
}

export function withFact(leaf: IndicatorLeaf, fact: Fact): IndicatorLeaf {
  return { ...leaf, fact, ...factScales[fact], target: null };
}

export function withItem(leaf: IndicatorLeaf, item: Item): IndicatorLeaf {
  const { choices: _choices, target: _target, ...rest } = leaf;
  const changed = { ...rest, item, ...itemScales[item] };
  return item === 'choice' ? { ...changed, choices: firstChoices } : changed;
}

/** The ends of the scale, to be named. */
const firstChoices: Choice[] = [
  { key: 'c1', text: '', value: 0 },
  { key: 'c2', text: '', value: 100 },
];

/** One more choice, worth the middle of the scale, under a key that none has. */
export function addChoice(choices: readonly Choice[], { scaleMin, scaleMax }: Scale): Choice[] {
  const taken = new Set(choices.map(({ key }) => key));
  let number = choices.length + 1;
  while (taken.has(`c${number}`)) number += 1;
  return [...choices, { key: `c${number}`, text: '', value: (scaleMin + scaleMax) / 2 }];
}

/** The place of what is changed, in a list. */
export function replaceAt<Item>(list: readonly Item[], place: number, changed: Partial<Item>): Item[] {
  return list.map((one, index) => (index === place ? { ...one, ...changed } : one));
}

export type LeafProblem =
  | 'scaleEmpty'
  | 'figureMissing'
  | 'choicesFew'
  | 'choiceUnnamed'
  | 'choiceOffScale'
  | 'targetOffScale'
  | 'axisTwice'
  | 'axisUnnamed';

/** What the platform would refuse of a leaf: the first thing that is to be mended. */
export function leafProblemOf(leaf: IndicatorLeaf): LeafProblem | null {
  const { scaleMin, scaleMax, target } = leaf;
  if (!(scaleMin < scaleMax)) return 'scaleEmpty';
  if (leaf.kind === 'figure' && (leaf.figure ?? '').trim() === '') return 'figureMissing';
  if (target !== undefined && target !== null && !isOn(leaf, target)) return 'targetOffScale';
  return choiceProblemOf(leaf) ?? axisProblemOf(leaf.axes ?? []);
}

function choiceProblemOf(leaf: IndicatorLeaf): LeafProblem | null {
  if (itemOf(leaf) !== 'choice') return null;
  const choices = leaf.choices ?? [];
  if (choices.length < 2) return 'choicesFew';
  if (choices.some(({ text }) => text.trim() === '')) return 'choiceUnnamed';
  return choices.every(({ value }) => isOn(leaf, value)) ? null : 'choiceOffScale';
}

function axisProblemOf(axes: readonly Axis[]): LeafProblem | null {
  if (axes.some(({ axis, value }) => axis.trim() === '' || value.trim() === '')) return 'axisUnnamed';
  return new Set(axes.map(({ axis }) => axis)).size === axes.length ? null : 'axisTwice';
}

function isOn({ scaleMin, scaleMax }: Scale, value: number): boolean {
  return value >= scaleMin && value <= scaleMax;
}

function aboutOf({ function: resource, business, axes }: IndicatorLeaf) {
  return { function: resource, business, ...(axes ? { axes } : {}) };
}
