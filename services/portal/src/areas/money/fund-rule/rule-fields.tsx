import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { expenseCodes, incomeKinds } from '../../../api/accounting.js';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import {
  type AmountKind,
  amountKindOf,
  grades,
  hasCodes,
  hasShare,
  type RuleForm,
  type RuleKind,
  ruleKinds,
  shareOf,
} from './fund-rule-form.js';
import { SourceFields } from './source-fields.js';

interface RuleFieldsProps {
  /** The index among the rules of the form. */
  readonly index: number;
  readonly onRemove: () => void;
}

/** One rule; its fields depend on its kind. */
export function RuleFields({ index, onRemove }: RuleFieldsProps) {
  const { t } = useTranslation();
  const kind = Form.useWatch<RuleKind | undefined>(['rules', index, 'kind']);
  const amountKind = amountKindOf(kind);
  const number = index + 1;
  return (
    <fieldset className="companion fund-rule">
      <legend>{t('fundRule.ruleNumber', { number })}</legend>
      <Form.Item
        name={[index, 'kind']}
        label={t('fundRule.kind')}
        rules={[{ required: true, message: t('money.choose') }]}
      >
        <Choice<RuleKind>
          options={[
            { value: '', label: t('money.choose') },
            ...ruleKinds.map((one) => ({ value: one, label: t(`fundRule.kinds.${one}`) })),
          ]}
        />
      </Form.Item>
      {amountKind !== null && <AmountField index={index} kind={amountKind} />}
      {kind === 'prizeAmount' && <GradeField index={index} />}
      {kind === 'souvenirAmount' && (
        <Form.Item name={[index, 'onlyWithoutPrizes']} valuePropName="checked">
          <Checkbox>{t('fundRule.onlyWithoutPrizes')}</Checkbox>
        </Form.Item>
      )}
      {hasShare(kind) && <ShareFields index={index} />}
      {kind === 'expenseBarred' && <IncomeField index={index} />}
      {hasCodes(kind) && <CodesField index={index} />}
      <SourceFields name={[index, 'source']} />
      <ConfirmButton
        question={<p>{t('fundRule.removeRuleQuestion', { number })}</p>}
        confirmText={t('fundRule.removeRule')}
        onConfirm={onRemove}
      >
        {t('fundRule.removeRule')}
      </ConfirmButton>
    </fieldset>
  );
}

function AmountField({ index, kind }: { readonly index: number; readonly kind: AmountKind }) {
  const { t } = useTranslation();
  const isRead = (text: unknown): boolean => typeof text === 'string' && fenOf(text) !== null;
  return (
    <Form.Item
      name={[index, 'amount']}
      label={t(`fundRule.amounts.${kind}`)}
      rules={[
        {
          validator: (_rule, text: unknown) =>
            isRead(text) ? Promise.resolve() : Promise.reject(new Error(t('money.amountInvalid'))),
        },
      ]}
    >
      <MoneyInput />
    </Form.Item>
  );
}

function GradeField({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item name={[index, 'grade']} label={t('fundRule.grade')}>
      <Choice
        options={[
          { value: '', label: t('fundRule.anyGrade') },
          ...grades.map((grade) => ({ value: grade, label: t(`fundRule.grades.${grade}`) })),
        ]}
      />
    </Form.Item>
  );
}

function ShareFields({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const isShare = (): Promise<void> => {
    const share = form.getFieldValue(['rules', index, 'share']) as RuleForm['share'];
    return shareOf(share) === null
      ? Promise.reject(new Error(t('fundRule.shareInvalid')))
      : Promise.resolve();
  };
  return (
    <div className="two-columns">
      <Form.Item
        name={[index, 'share', 'numerator']}
        label={t('fundRule.numerator')}
        extra={t('fundRule.shareHint')}
        // The two are one figure, so its first field shows the error.
        dependencies={[['rules', index, 'share', 'denominator']]}
        rules={[{ validator: isShare }]}
      >
        <Input inputMode="numeric" autoComplete="off" maxLength={4} />
      </Form.Item>
      <Form.Item name={[index, 'share', 'denominator']} label={t('fundRule.denominator')}>
        <Input inputMode="numeric" autoComplete="off" maxLength={4} />
      </Form.Item>
    </div>
  );
}

function IncomeField({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={[index, 'incomeKind']}
      label={t('fundRule.incomeKind')}
      rules={[{ required: true, message: t('fundRule.incomeKindRequired') }]}
    >
      <Choice
        options={[
          { value: '', label: t('money.choose') },
          ...incomeKinds.map((kind) => ({ value: kind, label: t(`money.fund.${kind}`) })),
        ]}
      />
    </Form.Item>
  );
}

function CodesField({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={[index, 'expenseCodes']}
      label={t('fundRule.expenseCodes')}
      rules={[{ required: true, message: t('fundRule.expenseCodesRequired') }]}
    >
      <Checkbox.Group
        options={expenseCodes.map((code) => ({ value: code, label: t(`money.expense.${code}`) }))}
      />
    </Form.Item>
  );
}
