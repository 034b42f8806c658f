import '../../../kit/styles/checks.css';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { expenseCodes } from '../../../api/accounting.js';
import { Choice } from '../../../kit/choice.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { noticeDaysMax, type ProgrammeValues, reportDaysMax } from './programme-form.js';

const sizes = ['micro', 'small', 'medium', 'large', 'unclassified'] as const;

/** All fields of a programme. */
export function ProgrammeFields() {
  return (
    <>
      <WhatFor />
      <HowMuch />
      <Conditions />
    </>
  );
}

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, message: t('subsidy.required') }];
}

function WhatFor() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="title" label={t('subsidy.field.title')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="text" label={t('subsidy.field.text')} rules={required}>
        <TextArea rows={4} maxLength={4_000} />
      </Form.Item>
      <Form.Item
        name="expenseCodes"
        label={t('subsidy.field.expenseCodes')}
        rules={[
          {
            // Not by `required`, because aria-required is not allowed on a group of checkboxes.
            validator: (_rule, chosen: readonly string[] | undefined) =>
              chosen?.length ? Promise.resolve() : Promise.reject(new Error(t('subsidy.required'))),
          },
        ]}
      >
        <Checkbox.Group
          className="checks"
          options={expenseCodes.map((code) => ({ value: code, label: t(`money.expense.${code}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="sizeClasses"
        label={t('subsidy.field.sizeClasses')}
        extra={t('subsidy.field.sizeClassesHint')}
      >
        <Checkbox.Group
          className="checks"
          options={sizes.map((size) => ({ value: size, label: t(`subsidy.size.${size}`) }))}
        />
      </Form.Item>
      <Form.Item name="smallFirst" valuePropName="checked">
        <Checkbox>{t('subsidy.field.smallFirst')}</Checkbox>
      </Form.Item>
    </>
  );
}

function HowMuch() {
  const { t } = useTranslation();
  const required = useRequired();
  const basis = Form.useWatch<ProgrammeValues['basis']>('basis');
  return (
    <>
      <div className="two-columns">
        <Form.Item name="budget" label={t('subsidy.field.budget')} rules={required}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="basis" label={t('subsidy.field.basis')} rules={required}>
          <Choice
            options={(['graded', 'percent'] as const).map((one) => ({
              value: one,
              label: t(`subsidy.basis.${one}`),
            }))}
          />
        </Form.Item>
      </div>
      {basis === 'percent' ? <Percent /> : <Grades />}
    </>
  );
}

function Percent() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <div className="two-columns">
      <Form.Item name="percent" label={t('subsidy.field.percent')} rules={required}>
        <Input inputMode="decimal" maxLength={8} />
      </Form.Item>
      <Form.Item name="cap" label={t('subsidy.field.cap')} rules={required}>
        <MoneyInput />
      </Form.Item>
    </div>
  );
}

function Grades() {
  const { t } = useTranslation();
  return (
    <Form.List name="grades">
      {(rows) =>
        rows.map(({ key, name }) => (
          <div className="two-columns" key={key}>
            <Form.Item name={[name, 'name']} label={t('subsidy.field.grade', { number: name + 1 })}>
              <Input maxLength={20} />
            </Form.Item>
            <Form.Item name={[name, 'amount']} label={t('subsidy.field.gradeAmount', { number: name + 1 })}>
              <MoneyInput />
            </Form.Item>
          </div>
        ))
      }
    </Form.List>
  );
}

function Conditions() {
  const { t } = useTranslation();
  const required = useRequired();
  const days = (max: number) => [wholeNumberRule(0, max, t('subsidy.days', { max }))];
  return (
    <>
      <Form.Item name="closesAt" label={t('subsidy.field.closesAt')} extra={t('subsidy.field.closesAtHint')}>
        <DateInput />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="noticeDays" label={t('subsidy.field.noticeDays')} rules={days(noticeDaysMax)}>
          <Input inputMode="numeric" maxLength={3} />
        </Form.Item>
        <Form.Item name="reportDays" label={t('subsidy.field.reportDays')} rules={days(reportDaysMax)}>
          <Input inputMode="numeric" maxLength={3} />
        </Form.Item>
      </div>
      <Form.Item name="conditions" label={t('subsidy.field.conditions')} rules={required}>
        <TextArea rows={3} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="needsReceipts" valuePropName="checked">
        <Checkbox>{t('subsidy.field.needsReceipts')}</Checkbox>
      </Form.Item>
      <Form.Item name="payment" label={t('subsidy.field.payment')} rules={required}>
        <Choice
          options={(['netting', 'bank'] as const).map((one) => ({
            value: one,
            label: t(`subsidy.payment.${one}`),
          }))}
        />
      </Form.Item>
    </>
  );
}
