import { Button, Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { fenOf, instantOf } from '../../../i18n/format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { Refusal } from '../../../kit/states.js';
import type { NamedParty } from '../../../session/party-picker.js';
import { PickedParty } from '../../../session/party-picker.js';
import { addDays } from '../resource/availability.js';
import { PartyField } from '../../../session/party-field.js';
import { type Mandate, useGiveMandate } from './use-mandates.js';

const scopes = ['signUp', 'lending', 'bookkeeping'] as const satisfies Mandate['scopes'];
const fields = ['fromUnionId', 'toUnionId', 'scopes', 'entryLimit', 'until', 'note'];

interface Values {
  readonly fromUnionId?: NamedParty;
  readonly toUnionId?: NamedParty;
  readonly scopes?: Mandate['scopes'];
  readonly until?: string;
  /** 元, as typed. */
  readonly entryLimit?: string;
  readonly note?: string;
}

/** Lets another union act for one's own: which, for what, until when. */
export function MandateForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const give = useGiveMandate();
  const submit = ({ fromUnionId, toUnionId, scopes: chosen = [], until, note, entryLimit }: Values): void => {
    if (fromUnionId === undefined || toUnionId === undefined || !until) return;
    const words = (note ?? '').trim();
    const limit = chosen.includes('bookkeeping') ? fenOf(entryLimit ?? '') : null;
    give.mutate(
      {
        fromUnionId: fromUnionId.id,
        toUnionId: toUnionId.id,
        scopes: [...chosen],
        until: instantOf(`${addDays(until, 1)}T00:00`),
        ...(words === '' ? {} : { note: words }),
        ...(limit === null ? {} : { entryLimit: { amount: limit, currency: 'CNY' as const } }),
      },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card"
      disabled={give.isPending}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <h2>{t('mandate.give')}</h2>
      <MandateFields />
      {give.isError && <Refusal title={t('mandate.notGiven')} error={give.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {t('mandate.give')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function MandateFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('mandate.required') }];
  return (
    <>
      <Form.Item name="fromUnionId" label={t('mandate.from')} rules={required}>
        <PartyField only="union" />
      </Form.Item>
      <Form.Item name="toUnionId" label={t('mandate.to')} rules={required}>
        <PickedParty label={t('mandate.to')} kinds={['union']} />
      </Form.Item>
      <Form.Item name="scopes" label={t('mandate.scopes')} rules={required}>
        <Checkbox.Group
          className="checks"
          options={scopes.map((value) => ({ value, label: t(`mandate.scope.${value}`) }))}
        />
      </Form.Item>
      <EntryLimit />
      <Form.Item name="until" label={t('mandate.until')} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="note" label={t('mandate.note')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

/** Asked where books are to be kept: the most of one bill, pool or payment. */
function EntryLimit() {
  const { t } = useTranslation();
  const chosen = (Form.useWatch('scopes') ?? []) as Mandate['scopes'];
  if (!chosen.includes('bookkeeping')) return null;
  const isAmount = (_rule: unknown, text?: string): Promise<void> =>
    !text || fenOf(text) !== null ? Promise.resolve() : Promise.reject(new Error(t('mandate.limitInvalid')));
  return (
    <Form.Item
      name="entryLimit"
      label={t('mandate.entryLimit')}
      extra={t('mandate.bookkeepingHint')}
      rules={[{ validator: isAmount }]}
    >
      <MoneyInput />
    </Form.Item>
  );
}
