import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useSubmit } from '../../../api/use-submit.js';
import { fenOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf } from '../../../kit/whole-number.js';
import type { Activity } from '../activity/use-activities.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { claimHoursMax, formOfTerms, type TermsForm as Values, termsOfForm } from './terms-as-typed.js';
import type { GiveAway } from './use-give-away.js';

interface TermsFormProps {
  readonly activity: Activity;
  readonly giveAway: GiveAway;
}

/** The terms of the give-away: what, at which merchant, until when, and whether it has to be claimed. */
export function TermsForm({ activity, giveAway }: TermsFormProps) {
  const { t } = useTranslation();
  const set = useCommand('giveAway', 'put', '/activities/{activityId}/give-away', { onStale: 'refuse' });
  return (
    <section className="card" aria-labelledby="terms-title">
      <h2 id="terms-title">{t('giveAway.what')}</h2>
      <CommandForm
        command={set}
        name="giveAway"
        input={(values: Values) => ({
          activityId: giveAway.activityId,
          version: giveAway.version,
          body: termsOfForm(values, activity.timeZone),
        })}
        submit={t('giveAway.save')}
        done={null}
        refused={t('giveAway.notSaved')}
        initialValues={formOfTerms(activity, giveAway.terms)}
        actions={giveAway.terms !== null && <RemoveButton giveAway={giveAway} />}
      >
        <WhatFields />
        <MerchantFields />
        <TimeFields />
        <p role="status" aria-live="polite">
          {set.isSuccess && t('giveAway.saved')}
        </p>
      </CommandForm>
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

/** A merchant of the network, or one that has only a name. */
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

function useRemoveGiveAway({ activityId }: GiveAway) {
  return useSubmit({
    touches: ['giveAway'],
    // The version makes the key: terms that are set later are others to remove.
    send: (_version: number, key) =>
      request('delete', '/activities/{activityId}/give-away', { activityId }, { key }),
  });
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
