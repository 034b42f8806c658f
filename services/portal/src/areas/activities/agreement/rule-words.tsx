import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Money, SplitRule, Tier } from './rule-draft.js';

interface RuleWordsProps {
  readonly rule: SplitRule;
  readonly nameOf: (key: string) => string;
}

/** A rule in words, each part below its parent. */
export function RuleWords({ rule, nameOf }: RuleWordsProps) {
  const { t } = useTranslation();
  const inner = rule.rest ?? rule.else ?? null;
  return (
    <div className="rule-words">
      <p>
        <Sentence rule={rule} nameOf={nameOf} />
      </p>
      {inner !== null && (
        <Part label={t(rule.rest ? 'splitRule.restIs' : 'splitRule.otherwiseIs')}>
          <RuleWords rule={inner} nameOf={nameOf} />
        </Part>
      )}
      {((rule.tiers ?? []) as readonly Tier[]).map((tier, index) => (
        <Part key={index} label={<TierBound tier={tier} />}>
          <RuleWords rule={tier.rule} nameOf={nameOf} />
        </Part>
      ))}
    </div>
  );
}

function Part({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="rule-part">
      <p className="hint">{label}</p>
      {children}
    </div>
  );
}

function TierBound({ tier }: { readonly tier: Tier }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (tier.upTo === null) return t('splitRule.lastTier');
  return t('splitRule.upToIs', { amount: format.money(tier.upTo) });
}

function Sentence({ rule, nameOf }: RuleWordsProps): string {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = rule.percent ?? '';
  switch (rule.kind) {
    case 'ratio':
      return t('splitRule.says.ratio', {
        list: listOf(rule.weights, (key, weight: number) =>
          t('splitRule.weightOf', { name: nameOf(key), weight: format.number(weight) }),
        ).join(t('common.separator')),
      });
    case 'fixed':
      return t('splitRule.says.fixed', {
        list: listOf(rule.amounts, (key, money: Money) =>
          t('splitRule.amountOf', { name: nameOf(key), amount: format.money(money) }),
        ).join(t('common.separator')),
      });
    case 'hostShare':
      return t('splitRule.says.hostShare', { name: nameOf(rule.party ?? ''), percent });
    case 'subsidyFirst':
      return t(`splitRule.subsidy.${subsidyKind(rule)}`, {
        name: nameOf(rule.source ?? ''),
        percent,
        amount: rule.upTo ? format.money(rule.upTo) : '',
      });
    default:
      return t(`splitRule.says.${rule.kind}`);
  }
}

function subsidyKind({ percent, upTo }: SplitRule): 'both' | 'percent' | 'upTo' {
  if (!upTo) return 'percent';
  return percent ? 'both' : 'upTo';
}

function listOf<Value>(map: unknown, textOf: (key: string, value: Value) => string): string[] {
  return Object.entries((map ?? {}) as Record<string, Value>).map(([key, value]) => textOf(key, value));
}
