import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import { lentSaid, type NamedParty } from '../borrowing/borrow.js';
import { AcceptConditions } from '../resource-profile/accept-conditions.js';
import { PartyField } from '../../../session/party-field.js';
import type { Resource } from '../resource/resource-filters.js';
import type { Business } from '../resource/use-right.js';
import { LentWish } from './lent-wish.js';

interface Values {
  readonly borrowerUnionId: NamedParty;
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly durationMinutes: string;
  readonly latestDecisionAt: string;
  readonly purpose: string;
  readonly quantity?: string;
  readonly business?: Business;
  readonly conditionsVersion?: number;
}

const minutes = { min: 15, max: 44_640 };
const dayMs = 86_400_000;

/** The window, the duration, and until when an offer is of use. */
export function JoinWaitlistForm({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch([], form) as Partial<Values> | undefined;
  const join = useCommand('loanWait', 'post', '/resources/{resourceId}/waits');
  return (
    <CommandForm
      form={form}
      command={join}
      input={(values: Values) => ({ resourceId: resource.id, body: bodyOf(values) })}
      submit={t('lending.wait.submit')}
      refused={t('lending.wait.refused')}
      onDone={() => void navigate('/my')}
      initialValues={tomorrow()}
      className="card"
    >
      <WindowFields />
      <Form.Item
        name="borrowerUnionId"
        label={t('lending.series.borrower')}
        rules={[{ required: true, message: t('lending.series.borrowerRequired') }]}
      >
        <PartyField only="union" />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={t('lending.series.purpose')}
        rules={[{ required: true, whitespace: true, message: t('lending.series.purposeRequired') }]}
      >
        <TextArea rows={2} maxLength={500} placeholder={t('lending.series.purposeExample')} />
      </Form.Item>
      <LentWish resource={resource} values={chosen ?? {}} />
      <AcceptConditions resource={resource} />
    </CommandForm>
  );
}

function bodyOf(values: Values) {
  return {
    borrowerUnionId: values.borrowerUnionId.id,
    windowFrom: instantOf(values.windowFrom),
    windowTo: instantOf(values.windowTo),
    durationMinutes: wholeNumberOf(values.durationMinutes, minutes.min, minutes.max) ?? minutes.min,
    latestDecisionAt: instantOf(values.latestDecisionAt),
    purpose: values.purpose.trim(),
    ...lentSaid(values),
  };
}

function WindowFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('lending.series.timeRequired') }];
  const whole = wholeNumberRule(minutes.min, minutes.max, t('lending.rule.form.number', minutes));
  return (
    <div className="two-columns">
      <Form.Item name="windowFrom" label={t('lending.wait.windowFrom')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="windowTo" label={t('lending.wait.windowTo')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="durationMinutes" label={t('lending.wait.duration')} rules={[whole]}>
        <Input inputMode="numeric" maxLength={5} className="short-field" />
      </Form.Item>
      <Form.Item name="latestDecisionAt" label={t('lending.wait.latest')} rules={required}>
        <Input type="datetime-local" />
      </Form.Item>
    </div>
  );
}

/** Two hours of tomorrow, decided by this evening: values to change rather than an empty form. */
function tomorrow(): Partial<Values> {
  const today = localTimeOf(new Date(Date.now()).toISOString()).slice(0, 10);
  const next = localTimeOf(new Date(Date.now() + dayMs).toISOString()).slice(0, 10);
  return {
    windowFrom: `${next}T09:00`,
    windowTo: `${next}T21:00`,
    durationMinutes: '120',
    latestDecisionAt: `${today}T23:00`,
  };
}
