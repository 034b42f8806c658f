import { useTranslation } from 'react-i18next';
import { type IncomeKind, incomeKinds } from '../../../api/accounting.js';
import { Choice } from '../../../kit/choice.js';
import { type AgreementDraft, type ExpenseKey, expenseCodes, expenseKeyOf } from './agreement-draft.js';
import { MoneyField, PlainField, TextField } from './plain-field.js';
import { ProblemsAt } from './problems-at.js';
import type { NamedKey } from './rule-builder.js';

interface PartFieldsProps {
  readonly draft: AgreementDraft;
  readonly onChange: (changed: Partial<AgreementDraft>) => void;
}

/** Which fund pays, to which code it is booked, and how a share is confirmed. */
export function FundingFields({ draft, onChange }: PartFieldsProps) {
  const { t } = useTranslation();
  const expenseKey = expenseKeyOf(draft.expenseCode);
  return (
    <fieldset className="group">
      <legend>{t('agreement.funding')}</legend>
      <div className="by-party">
        <PlainField label={t('agreement.part.fundCategory')} pointer="/fundCategory">
          {(ids) => (
            <Choice<IncomeKind>
              {...ids}
              value={draft.fundCategory}
              options={incomeKinds.map((value) => ({ value, label: t(`agreement.fund.${value}`) }))}
              onChange={(fundCategory) => fundCategory && onChange({ fundCategory })}
            />
          )}
        </PlainField>
        <PlainField label={t('agreement.part.expenseCode')} pointer="/expenseCode">
          {(ids) => (
            <Choice<ExpenseKey>
              {...ids}
              {...(expenseKey === undefined ? {} : { value: expenseKey })}
              options={(Object.keys(expenseCodes) as ExpenseKey[]).map((value) => ({
                value,
                label: t(`agreement.expense.${value}`),
              }))}
              onChange={(key) => key && onChange({ expenseCode: expenseCodes[key] })}
            />
          )}
        </PlainField>
      </div>
    </fieldset>
  );
}

export function ApprovalFields({ draft, onChange }: PartFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t('agreement.part.approval')}</legend>
      <p className="hint">{t('agreement.approvalHint')}</p>
      <div className="by-party">
        <TextField
          label={t('agreement.days')}
          pointer="/approval/days"
          value={draft.days}
          isNumber
          maxLength={2}
          onChange={(days) => onChange({ days })}
        />
        <PlainField label={t('agreement.silence')} pointer="/approval/silence">
          {(ids) => (
            <Choice<AgreementDraft['silence']>
              {...ids}
              value={draft.silence}
              options={[
                { value: 'agrees', label: t('agreement.silenceIs.agrees') },
                { value: 'disputes', label: t('agreement.silenceIs.disputes') },
              ]}
              onChange={(silence) => silence && onChange({ silence })}
            />
          )}
        </PlainField>
      </div>
    </fieldset>
  );
}

/** Caps and floors of whole shares; folded until somebody needs one. */
export function BoundFields({
  draft,
  onChange,
  parties,
}: PartFieldsProps & { readonly parties: readonly NamedKey[] }) {
  const { t } = useTranslation();
  const isUsed = parties.some(({ key }) => draft.caps[key] || draft.floors[key]);
  return (
    <details className="bounds" open={isUsed}>
      <summary>{t('agreement.bounds')}</summary>
      <p className="hint">{t('agreement.boundsHint')}</p>
      <ProblemsAt pointers={['/caps', '/floors']} />
      {parties.map(({ key, name }) => (
        <div key={key} className="by-party">
          <MoneyField
            label={t('agreement.floorFor', { name })}
            pointer={`/floors/${key}`}
            value={draft.floors[key] ?? ''}
            onChange={(text) => onChange({ floors: { ...draft.floors, [key]: text } })}
          />
          <MoneyField
            label={t('agreement.capFor', { name })}
            pointer={`/caps/${key}`}
            value={draft.caps[key] ?? ''}
            onChange={(text) => onChange({ caps: { ...draft.caps, [key]: text } })}
          />
        </div>
      ))}
    </details>
  );
}
