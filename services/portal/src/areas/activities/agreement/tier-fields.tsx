import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MoneyField } from './plain-field.js';
import { RuleBuilder, type RuleNodeProps } from './rule-builder.js';
import { newTier, type TierDraft } from './rule-draft.js';

const tiersMax = 20;

/** Each amount range is split by a rule of its own. */
export function TierFields(props: RuleNodeProps) {
  const { rule, onChange } = props;
  const { t } = useTranslation();
  const put = (tiers: readonly TierDraft[]): void => onChange({ ...rule, tiers });
  const last = rule.tiers.length - 1;
  return (
    <>
      {rule.tiers.map((tier, index) => (
        // A tier has no id other than its place.
        <Tier
          key={index}
          {...props}
          tier={tier}
          index={index}
          isLast={index === last}
          onTier={(changed) => put(rule.tiers.map((one, at) => (at === index ? changed : one)))}
          {...(rule.tiers.length > 1
            ? { onRemove: () => put(rule.tiers.filter((_one, at) => at !== index)) }
            : {})}
        />
      ))}
      {rule.tiers.length < tiersMax && (
        <Button onClick={() => put([...rule.tiers.slice(0, last), newTier(), ...rule.tiers.slice(last)])}>
          {t('splitRule.addTier')}
        </Button>
      )}
    </>
  );
}

interface TierProps extends RuleNodeProps {
  readonly tier: TierDraft;
  readonly index: number;
  readonly isLast: boolean;
  readonly onTier: (tier: TierDraft) => void;
  readonly onRemove?: () => void;
}

function Tier({ tier, index, isLast, onTier, onRemove, parties, pointer, depth }: TierProps) {
  const { t } = useTranslation();
  const at = `${pointer}/tiers/${index}`;
  const number = index + 1;
  return (
    <div className="tier">
      {isLast ? (
        <p>{t('splitRule.lastTier')}</p>
      ) : (
        <MoneyField
          label={t('splitRule.tierUpTo', { number })}
          pointer={`${at}/upTo`}
          value={tier.upTo}
          onChange={(upTo) => onTier({ ...tier, upTo })}
        />
      )}
      <RuleBuilder
        rule={tier.rule}
        onChange={(rule) => onTier({ ...tier, rule })}
        parties={parties}
        pointer={`${at}/rule`}
        depth={depth + 1}
        title={t('splitRule.tier', { number })}
      />
      {onRemove !== undefined && <Button onClick={onRemove}>{t('splitRule.removeTier', { number })}</Button>}
    </div>
  );
}
