import type {
  IndicatorLeaf,
  IndicatorNode,
  IndicatorTemplateKey,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { IndicatorTemplateView } from '@gongxiang/contracts/evaluation/systems/indicator-template.contract';
import type { NodeWeighing } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import type { Locale } from '@gongxiang/domain';
import { activitySatisfaction } from './activity-satisfaction-template.js';
import { clubGrading } from './club-grading-template.js';
import { resourceEfficacy } from './resource-efficacy-template.js';
import { sharingMechanism } from './sharing-mechanism-template.js';

/** In Chinese and in English. */
export type Words = readonly [zh: string, en: string];

export interface TemplateNode {
  readonly key: string;
  readonly name: Words;
  readonly parentKey: string | null;
  readonly leaf: TemplateLeaf | null;
  /** Among its siblings, in any unit; 0 for what is asked in words, which nobody weighs. */
  readonly weight: number;
}

/** A leaf whose words are in both languages. */
export type TemplateLeaf = Omit<IndicatorLeaf, 'figure' | 'unit'> & {
  readonly figure?: Words;
  readonly unit?: Words;
};

export interface Template {
  readonly name: Words;
  readonly purpose: Words;
  /** Each before what is below it. */
  readonly nodes: readonly TemplateNode[];
}

const templates: Readonly<Record<IndicatorTemplateKey, Template>> = {
  activitySatisfaction,
  clubGrading,
  resourceEfficacy,
  sharingMechanism,
};

/** All that come with the platform, in one language. */
export function templatesIn(locale: Locale): IndicatorTemplateView[] {
  return (Object.keys(templates) as IndicatorTemplateKey[]).map((key) => ({
    key,
    name: said(templates[key].name, locale),
    purpose: said(templates[key].purpose, locale),
    nodes: templateNodes(key, locale),
    weighings: templateWeighings(key),
  }));
}

export function templateNodes(key: IndicatorTemplateKey, locale: Locale): IndicatorNode[] {
  return templates[key].nodes.map(({ key: nodeKey, name, parentKey, leaf }) => ({
    key: nodeKey,
    name: said(name, locale),
    parentKey,
    leaf: leaf && leafIn(leaf, locale),
  }));
}

/** A group with one weighed node in it needs no weights. */
export function templateWeighings(key: IndicatorTemplateKey): NodeWeighing[] {
  const { nodes } = templates[key];
  const parents = [...new Set(nodes.map(({ parentKey }) => parentKey))];
  return parents.flatMap((parentKey) => {
    const weighed = nodes.filter((node) => node.parentKey === parentKey && node.weight > 0);
    if (weighed.length < 2) return [];
    const items = weighed.map((node) => node.key);
    return [{ parentKey, method: 'direct' as const, items, weights: weighed.map(({ weight }) => weight) }];
  });
}

function leafIn({ figure, unit, ...leaf }: TemplateLeaf, locale: Locale): IndicatorLeaf {
  return {
    ...leaf,
    ...(figure && { figure: said(figure, locale) }),
    ...(unit && { unit: said(unit, locale) }),
  };
}

function said([zh, en]: Words, locale: Locale): string {
  return locale === 'en' ? en : zh;
}
