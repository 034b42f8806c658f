import '../../../kit/styles/checks.css';
import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { fenOf, instantOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { TextArea } from '../../../kit/input.js';
import { MoneyInput } from '../../../kit/money-input.js';
import { PartyField } from '../../../session/party-field.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { addDays } from '../resource/availability.js';

type Body = components['schemas']['GiveMandateRequest'];
type Scope = components['schemas']['MandateView']['scopes'][number];

const scopes = ['signUp', 'lending', 'bookkeeping'] as const satisfies Scope[];

interface Values {
  readonly fromUnionId?: NamedParty;
  readonly toUnionId?: NamedParty;
  readonly scopes?: Scope[];
  readonly until?: string;
  /** 元, as typed. */
  readonly entryLimit?: string;
  readonly note?: string;
}

/** A new mandate, by which another union acts for this one: which, for what, until when. */
export function MandateForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const give = useCommand('mandate', 'post', '/mandates');
  return (
    <CommandForm
      command={give}
      input={(values: Values) => {
        const body = bodyOf(values);
        return body && { body };
      }}
      submit={t('mandate.give')}
      refused={t('mandate.notGiven')}
      onDone={onDone}
      onCancel={onDone}
      className="card"
    >
      <h2>{t('mandate.give')}</h2>
      <MandateFields />
    </CommandForm>
  );
}

function bodyOf({
  fromUnionId,
  toUnionId,
  scopes: chosen = [],
  until,
  note,
  entryLimit,
}: Values): Body | null {
  if (fromUnionId === undefined || toUnionId === undefined || !until) return null;
  const words = (note ?? '').trim();
  const limit = chosen.includes('bookkeeping') ? fenOf(entryLimit ?? '') : null;
  return {
    fromUnionId: fromUnionId.id,
    toUnionId: toUnionId.id,
    scopes: [...chosen],
    until: instantOf(`${addDays(until, 1)}T00:00`),
    ...(words === '' ? {} : { note: words }),
    ...(limit === null ? {} : { entryLimit: { amount: limit, currency: 'CNY' } }),
  };
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
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label={t('mandate.note')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

/** For bookkeeping only: the largest amount of one bill, pool or payment. */
function EntryLimit() {
  const { t } = useTranslation();
  const chosen = (Form.useWatch('scopes') ?? []) as Scope[];
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
