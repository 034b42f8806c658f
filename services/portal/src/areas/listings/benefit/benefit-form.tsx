import { Alert, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { fenOf } from '../../../i18n/format.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import { UnionPicker } from '../../../session/union-picker.js';
import {
  audiences,
  type Benefit,
  type BenefitAudience,
  benefitCategories,
  type BenefitCategory,
  type BenefitWay,
  benefitWays,
} from './benefit.model.js';
import type { BenefitValues } from './benefit-values.js';

interface BenefitFormProps<Sent> {
  readonly command: Command<Sent, Benefit>;
  readonly input: (values: BenefitValues) => Sent | null;
  readonly initial: BenefitValues;
  /** A new one also says which union has agreed on it. */
  readonly isNew?: boolean;
  readonly submit: string;
  readonly onDone: (benefit: Benefit) => void;
}

/** What one gets, how, where and until when. */
export function BenefitForm<Sent>({
  command,
  input,
  initial,
  isNew = false,
  submit,
  onDone,
}: BenefitFormProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BenefitValues>();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <CommandForm
      form={form}
      name="benefit"
      command={command}
      input={(typed: BenefitValues) => input({ ...initial, ...typed })}
      submit={submit}
      refused={t('benefit.notSaved')}
      onDone={onDone}
      initialValues={initial}
      className="card"
    >
      {isNew && (
        <Form.Item
          name="unionId"
          label={t('benefit.union')}
          rules={[{ required: true, message: t('benefit.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('benefit.chooseUnion')} />
        </Form.Item>
      )}
      <Form.Item name="merchant" label={t('benefit.merchant')} rules={needed(t('benefit.merchantRequired'))}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="title" label={t('benefit.what')} rules={needed(t('benefit.whatRequired'))}>
        <Input maxLength={60} />
      </Form.Item>
      <WayFields
        category={Form.useWatch('category', form) ?? initial.category}
        way={Form.useWatch('way', form) ?? initial.way}
      />
      <SavingFields category={Form.useWatch('category', form) ?? initial.category} />
      <div className="two-columns">
        <Form.Item name="place" label={t('benefit.placeOptional')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="district" label={t('benefit.districtOptional')}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item name="from" label={t('benefit.from')} rules={needed(t('benefit.dayRequired'))}>
          <DateInput />
        </Form.Item>
        <Form.Item name="until" label={t('benefit.until')} rules={needed(t('benefit.dayRequired'))}>
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="conditions" label={t('benefit.conditionsOptional')}>
        <TextArea rows={3} maxLength={1_000} />
      </Form.Item>
      <Form.Item name="audience" label={t('benefit.audienceLabel')}>
        <Choice<BenefitAudience>
          options={audiences.map((value) => ({ value, label: t(`benefit.audienceOption.${value}`) }))}
        />
      </Form.Item>
    </CommandForm>
  );
}

/** Said once, in percent or as an amount; of finance and insurance not at all. */
function SavingFields({ category }: { readonly category: BenefitCategory }) {
  const { t } = useTranslation();
  if (category === 'finance') return null;
  const typed = (message: string, isValid: (text: string) => boolean) => ({
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      !text?.trim() || isValid(text) ? Promise.resolve() : Promise.reject(new Error(message)),
  });
  return (
    <div className="two-columns">
      <Form.Item
        name="savesPercent"
        label={t('benefit.savesPercent')}
        extra={t('benefit.savesHint')}
        rules={[typed(t('benefit.savesPercentInvalid'), (text) => wholeNumberOf(text, 1, 100) !== null)]}
      >
        <Input maxLength={3} inputMode="numeric" autoComplete="off" suffix="%" />
      </Form.Item>
      <Form.Item
        name="savesAmount"
        label={t('benefit.savesAmount')}
        rules={[typed(t('benefit.savesAmountInvalid'), (text) => BigInt(fenOf(text) ?? '0') > 0n)]}
      >
        <MoneyInput />
      </Form.Item>
    </div>
  );
}

interface WayFieldsProps {
  readonly category: BenefitCategory;
  readonly way: BenefitWay;
}

function WayFields({ category, way }: WayFieldsProps) {
  const { t } = useTranslation();
  const isFinance = category === 'finance';
  const shown = isFinance ? 'link' : way;
  return (
    <>
      <Form.Item name="category" label={t('benefit.categoryLabel')}>
        <Choice<BenefitCategory>
          options={benefitCategories.map((value) => ({ value, label: t(`benefit.category.${value}`) }))}
        />
      </Form.Item>
      {isFinance ? (
        <Alert type="warning" showIcon className="notice" title={t('benefit.financeOnlyLink')} />
      ) : (
        <Form.Item name="way" label={t('benefit.howTitle')}>
          <Choice<BenefitWay>
            options={benefitWays.map((value) => ({ value, label: t(`benefit.way.${value}`) }))}
          />
        </Form.Item>
      )}
      {shown === 'code' && (
        <Form.Item name="code" label={t('benefit.code')} extra={t('benefit.codeHint')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
      {shown === 'link' && (
        <Form.Item name="link" label={t('benefit.link')} extra={t('benefit.linkHint')}>
          <Input maxLength={500} inputMode="url" />
        </Form.Item>
      )}
    </>
  );
}
