import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExpenseCode, expenseCodes } from '../../../api/accounting.js';
import { Choice } from '../../../kit/choice.js';
import { MoneyField, PlainField, TextField } from '../../activities/agreement/plain-field.js';
import { ProblemsAt } from '../../activities/agreement/problems-at.js';
import { mostOf, mostText, partsMax, partsMin, type Pays, type Split } from './pays-form.js';

interface PaysFieldsProps {
  readonly pays: Pays | null;
  readonly onChange: (pays: Pays | null) => void;
}

/** Whether money is paid once a matter is decided, how much at most, and to whom. */
export function PaysFields({ pays, onChange }: PaysFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="boxes">
        <label className="box">
          <input
            type="checkbox"
            checked={pays !== null}
            onChange={(event) =>
              onChange(event.target.checked ? { expenseCode: '2.5', most: null, split: null } : null)
            }
          />
          {t('matterMoney.pays')}
        </label>
      </div>
      {pays !== null && <Rule pays={pays} onChange={onChange} />}
    </>
  );
}

interface RuleProps {
  readonly pays: Pays;
  readonly onChange: (pays: Pays) => void;
}

function Rule({ pays, onChange }: RuleProps) {
  const { t } = useTranslation();
  const [most, setMost] = useState(mostText(pays.most));
  return (
    <>
      <p className="hint">{t('matterMoney.paysHint')}</p>
      <div className="two-columns">
        <PlainField label={t('matterMoney.expense')} pointer="/pays/expenseCode">
          {(ids) => (
            <Choice<ExpenseCode>
              {...ids}
              value={pays.expenseCode}
              options={expenseCodes.map((value) => ({ value, label: t(`money.expense.${value}`) }))}
              onChange={(expenseCode) => onChange({ ...pays, expenseCode: expenseCode ?? pays.expenseCode })}
            />
          )}
        </PlainField>
        <MoneyField
          label={t('matterMoney.most')}
          pointer="/pays/most/amount"
          value={most}
          onChange={(text) => {
            setMost(text);
            onChange({ ...pays, most: mostOf(text) });
          }}
        />
      </div>
      <SplitFields split={pays.split ?? null} onChange={(split) => onChange({ ...pays, split })} />
    </>
  );
}

interface SplitFieldsProps {
  readonly split: readonly Split[] | null;
  readonly onChange: (split: Split[] | null) => void;
}

function SplitFields({ split, onChange }: SplitFieldsProps) {
  const { t } = useTranslation();
  const parts = split ?? [];
  const put = (index: number, part: Partial<Split>): void =>
    onChange(parts.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const first = (): Split[] => [
    { label: t('matterMoney.firstPart'), weight: 60 },
    { label: t('matterMoney.secondPart'), weight: 40 },
  ];
  return (
    <>
      <div className="boxes">
        <label className="box">
          <input
            type="checkbox"
            checked={split !== null}
            onChange={(event) => onChange(event.target.checked ? first() : null)}
          />
          {t('matterMoney.split')}
        </label>
      </div>
      {split !== null && <p className="hint">{t('matterMoney.splitHint')}</p>}
      {parts.map(({ label, weight }, index) => (
        // Parts have no id: they are told apart by their place.
        <div key={index} className="option-row">
          <TextField
            label={t('matterMoney.partLabel', { number: index + 1 })}
            pointer={`/pays/split/${index}/label`}
            value={label}
            maxLength={30}
            onChange={(text) => put(index, { label: text })}
          />
          <TextField
            label={t('matterMoney.partWeight', { number: index + 1 })}
            pointer={`/pays/split/${index}/weight`}
            value={weight === 0 ? '' : String(weight)}
            isNumber
            maxLength={5}
            onChange={(text) => put(index, { weight: Number(text.normalize('NFKC')) || 0 })}
          />
          {parts.length > partsMin && (
            <Button
              aria-label={t('matterMoney.removePart', { number: index + 1 })}
              onClick={() => onChange(parts.filter((_one, at) => at !== index))}
            >
              {t('matterMoney.remove')}
            </Button>
          )}
        </div>
      ))}
      <ProblemsAt pointers={['/pays/split']} />
      {split !== null && parts.length < partsMax && (
        <p>
          <Button onClick={() => onChange([...parts, { label: '', weight: 1 }])}>
            {t('matterMoney.addPart')}
          </Button>
        </p>
      )}
    </>
  );
}
