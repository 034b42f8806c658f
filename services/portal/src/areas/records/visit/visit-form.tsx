import '../../../kit/styles/organising.css';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../api/use-command.js';
import { fenOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { MemberPicker } from '../../../session/member-picker.js';
import {
  type Visit,
  type VisitContent,
  type Visitor,
  type VisitReason,
  visitReasons,
} from './visit.model.js';
import { contentOf, type VisitValues } from './visit-values.js';

interface VisitFormProps<Sent> {
  readonly command: Command<Sent, Visit>;
  /** What is sent; null where something above is missing. */
  readonly input: (content: VisitContent) => Sent | null;
  readonly initial: Partial<VisitValues>;
  readonly visitors: readonly Visitor[];
  readonly submit: string;
  readonly onDone: (visit: Visit) => void;
  /** What comes first. */
  readonly children?: ReactNode;
}

/** What is said about a visit, and who went. */
export function VisitForm<Sent>({
  command,
  input,
  initial,
  visitors: before,
  submit,
  onDone,
  children,
}: VisitFormProps<Sent>) {
  const { t } = useTranslation();
  const [visitors, setVisitors] = useState(before);
  const [isMissing, setIsMissing] = useState(false);
  const send = (values: VisitValues): Sent | null => {
    const sent = input(contentOf(values, visitors));
    setIsMissing(visitors.length === 0);
    return visitors.length === 0 ? null : sent;
  };
  return (
    <CommandForm
      name="visit"
      command={command}
      input={send}
      submit={submit}
      refused={t('visit.notSaved')}
      onDone={onDone}
      initialValues={initial}
      className="card"
    >
      {children}
      <Visitors visitors={visitors} isMissing={isMissing} onChange={setVisitors} />
      <div className="two-columns">
        <Form.Item
          name="reason"
          label={t('visit.reasonLabel')}
          rules={[{ required: true, message: t('visit.reasonRequired') }]}
        >
          <Choice<VisitReason>
            options={[
              { value: '', label: t('common.choose') },
              ...visitReasons.map((value) => ({ value, label: t(`visit.reason.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item
          name="visitedOn"
          label={t('visit.visitedOn')}
          rules={[{ required: true, message: t('visit.dayRequired') }]}
        >
          <DateInput />
        </Form.Item>
      </div>
      <Form.Item name="brought" label={t('visit.brought')} extra={t('visit.broughtHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item
          name="amount"
          label={t('visit.amount')}
          rules={[
            {
              validator: (_rule, yuan: string | undefined) =>
                !yuan || fenOf(yuan) !== null
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('visit.amountInvalid'))),
            },
          ]}
        >
          <MoneyInput />
        </Form.Item>
        <Form.Item name="matterNumber" label={t('visit.matterNumber')} extra={t('visit.matterHint')}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="found" label={t('visit.found')}>
        <TextArea maxLength={1000} rows={4} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="promised" label={t('visit.promised')} extra={t('visit.promisedHint')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="followUpOn" label={t('visit.followUpOn')}>
          <DateInput />
        </Form.Item>
      </div>
    </CommandForm>
  );
}

interface VisitorsProps {
  readonly visitors: readonly Visitor[];
  readonly isMissing: boolean;
  readonly onChange: (visitors: readonly Visitor[]) => void;
}

function Visitors({ visitors, isMissing, onChange }: VisitorsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="group">
      <legend>{t('visit.visitors')}</legend>
      <ul className="plain-list">
        {visitors.map(({ id, name }) => (
          <li key={id} className="picked">
            <strong>{name}</strong>
            <Button
              aria-label={t('visit.removeVisitorNamed', { name })}
              onClick={() => onChange(visitors.filter((one) => one.id !== id))}
            >
              {t('visit.removeVisitor')}
            </Button>
          </li>
        ))}
      </ul>
      <MemberPicker
        label={t('visit.addVisitor')}
        onPick={({ id, name }) =>
          visitors.some((one) => one.id === id) ? undefined : onChange([...visitors, { id, name }])
        }
      />
      {isMissing && (
        <p className="field-error" role="alert">
          {t('visit.visitorsRequired')}
        </p>
      )}
    </fieldset>
  );
}
