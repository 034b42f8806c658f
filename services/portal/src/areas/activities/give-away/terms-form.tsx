import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf } from '../../../i18n/format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Activity } from '../activity/use-activities.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import {
  claimHoursMax,
  formOfTerms,
  type TermsForm as Values,
  termsFields,
  termsOfForm,
} from './terms-as-typed.js';
import { type GiveAway, useRemoveGiveAway, useSetGiveAway } from './use-give-away.js';

interface TermsFormProps {
  readonly activity: Activity;
  readonly giveAway: GiveAway;
}

/** What is given away, at which merchant, until when, and whether it has to be claimed. */
export function TermsForm({ activity, giveAway }: TermsFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const set = useSetGiveAway(giveAway);
  const submit = (values: Values): void =>
    set.mutate(termsOfForm(values, activity.timeZone), {
      onError: (error) => showErrors(form, error, termsFields),
    });
  return (
    <section className="card" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('giveAway.what')}</h2>
      <Form
        form={form}
        name="giveAway"
        layout="vertical"
        requiredMark={false}
        disabled={set.isPending}
        initialValues={formOfTerms(activity, giveAway.terms)}
        onFinish={submit}
        scrollToFirstError={{ focus: true }}
      >
        <WhatFields />
        <MerchantFields />
        <TimeFields />
        {set.isError && <Refusal title={t('giveAway.notSaved')} error={set.error} fields={termsFields} />}
        <p role="status" aria-live="polite">
          {set.isSuccess && t('giveAway.saved')}
        </p>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {t('giveAway.save')}
          </Button>
          {giveAway.terms !== null && <RemoveButton giveAway={giveAway} />}
        </div>
      </Form>
    </section>
  );
}

function WhatFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="title"
        label={t('giveAway.title')}
        rules={[{ required: true, whitespace: true, message: t('giveAway.titleRequired') }]}
      >
        <Input maxLength={100} placeholder={t('giveAway.titleHint')} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="faceValue"
        label={t('giveAway.faceValue')}
        rules={[
          optional((text) => fenOf(text) !== null && fenOf(text) !== '0', t('giveAway.faceValueFormat')),
        ]}
      >
        <MoneyInput />
      </Form.Item>
      <Form.Item
        name="howTo"
        label={t('giveAway.howTo')}
        rules={[{ required: true, whitespace: true, message: t('giveAway.howToRequired') }]}
      >
        <TextArea maxLength={500} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  );
}

/** One of the network, or one that has but a name. */
function MerchantFields() {
  const { t } = useTranslation();
  const chosen = Form.useWatch<NamedParty | undefined>('merchantId');
  return (
    <>
      <Form.Item name="merchantId" label={t('giveAway.merchant')}>
        <PickedParty label={t('giveAway.merchant')} kinds={['organisation']} />
      </Form.Item>
      <Form.Item
        name="merchantName"
        label={t('giveAway.merchantName')}
        hidden={chosen !== undefined}
        rules={
          chosen === undefined
            ? [{ required: true, whitespace: true, message: t('giveAway.merchantRequired') }]
            : []
        }
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function TimeFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('giveAway.timeRequired') }];
  return (
    <>
      <div className="two-columns">
        <Form.Item name="redeemFrom" label={t('giveAway.redeemFrom')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="redeemUntil" label={t('giveAway.redeemUntil')} rules={required}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item
        name="claimHours"
        label={t('giveAway.claimHours')}
        extra={t('giveAway.claimHoursHint')}
        rules={[
          optional(
            (text) => wholeNumberOf(text, 1, claimHoursMax) !== null,
            t('giveAway.claimHoursFormat', { max: claimHoursMax }),
          ),
        ]}
      >
        <Input inputMode="numeric" maxLength={3} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** A rule of a field that may be left empty. */
function optional(isGood: (text: string) => boolean, message: string) {
  return {
    validator: (_rule: unknown, text: string | undefined): Promise<void> =>
      text === undefined || text.trim() === '' || isGood(text)
        ? Promise.resolve()
        : Promise.reject(new Error(message)),
  };
}

function RemoveButton({ giveAway }: { readonly giveAway: GiveAway }) {
  const { t } = useTranslation();
  const remove = useRemoveGiveAway(giveAway);
  return (
    <>
      <ConfirmButton
        danger
        loading={remove.isPending}
        question={t('giveAway.removeQuestion')}
        confirmText={t('giveAway.removeYes')}
        onConfirm={() => remove.mutate(giveAway.version)}
      >
        {t('giveAway.remove')}
      </ConfirmButton>
      {remove.isError && <Refusal title={t('giveAway.notRemoved')} error={remove.error} />}
    </>
  );
}
