import { useTranslation } from 'react-i18next';
import { type AgreementDraft, headsAssumed } from './agreement-draft.js';
import { MoneyField, TextField } from './plain-field.js';
import type { NamedKey } from './rule-builder.js';
import { hasKind } from './rule-draft.js';
import { WhatIf } from './what-if.js';

interface AssumptionFieldsProps {
  readonly draft: AgreementDraft;
  readonly parties: readonly NamedKey[];
  readonly onChange: (changed: Partial<AgreementDraft>) => void;
}

/** The assumptions of the previewed split. None of them is part of the agreement. */
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
      <WhatIf
        label={t('agreement.assumedTotal')}
        value={draft.assumedTotal}
        max={50_000}
        step={100}
        onChange={(assumedTotal) => onChange({ assumedTotal })}
      />
      <ByParty
        parties={parties}
        field="headcount"
        max={200}
        labelOf={(name) => t('agreement.assumedHeads', { name })}
        textOf={(key) => draft.assumedHeads[key] ?? headsAssumed}
        onChange={(key, text) => onChange({ assumedHeads: { ...draft.assumedHeads, [key]: text } })}
      />
      {usesUsage && (
        <ByParty
          parties={parties}
          field="usage"
          max={50}
          labelOf={(name) => t('agreement.assumedUsage', { name })}
          textOf={(key) => draft.assumedUsage[key] ?? '1'}
          onChange={(key, text) => onChange({ assumedUsage: { ...draft.assumedUsage, [key]: text } })}
        />
      )}
    </>
  );
}

interface ByPartyProps {
  readonly parties: readonly NamedKey[];
  readonly field: 'headcount' | 'usage';
  readonly max: number;
  readonly labelOf: (name: string) => string;
  readonly textOf: (key: string) => string;
  readonly onChange: (key: string, text: string) => void;
}

/** A number for each party, to type or to slide. */
function ByParty({ parties, field, max, labelOf, textOf, onChange }: ByPartyProps) {
  return (
    <div className="by-party">
      {parties.map(({ key, name }, index) => (
        <div key={key}>
          <TextField
            label={labelOf(name)}
            pointer={`/parties/${index}/${field}`}
            value={textOf(key)}
            isNumber
            maxLength={9}
            onChange={(text) => onChange(key, text)}
          />
          <WhatIf
            label={labelOf(name)}
            value={textOf(key)}
            max={max}
            step={1}
            onChange={(text) => onChange(key, text)}
          />
        </div>
      ))}
    </div>
  );
}
