import { useTranslation } from 'react-i18next';
import { type AgreementDraft, headsAssumed } from './agreement-draft.js';
import { MoneyField, TextField } from './plain-field.js';
import type { NamedKey } from './rule-builder.js';
import { hasKind } from './rule-draft.js';

interface AssumptionFieldsProps {
  readonly draft: AgreementDraft;
  readonly parties: readonly NamedKey[];
  readonly onChange: (changed: Partial<AgreementDraft>) => void;
}

/** What the split is tried with. None of it is part of the agreement. */
export function AssumptionFields({ draft, parties, onChange }: AssumptionFieldsProps) {
  const { t } = useTranslation();
  const usesUsage = hasKind(draft.rule, 'usage');
  return (
    <>
      <MoneyField
        label={t('agreement.assumedTotal')}
        pointer="/total"
        value={draft.assumedTotal}
        onChange={(assumedTotal) => onChange({ assumedTotal })}
      />
      <div className="by-party">
        {parties.map(({ key, name }, index) => (
          <TextField
            key={key}
            label={t('agreement.assumedHeads', { name })}
            pointer={`/parties/${index}/headcount`}
            value={draft.assumedHeads[key] ?? headsAssumed}
            isNumber
            maxLength={9}
            onChange={(text) => onChange({ assumedHeads: { ...draft.assumedHeads, [key]: text } })}
          />
        ))}
        {usesUsage &&
          parties.map(({ key, name }, index) => (
            <TextField
              key={`usage ${key}`}
              label={t('agreement.assumedUsage', { name })}
              pointer={`/parties/${index}/usage`}
              value={draft.assumedUsage[key] ?? '1'}
              isNumber
              maxLength={9}
              onChange={(text) => onChange({ assumedUsage: { ...draft.assumedUsage, [key]: text } })}
            />
          ))}
      </div>
    </>
  );
}
