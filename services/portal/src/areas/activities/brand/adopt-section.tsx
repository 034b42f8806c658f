import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { instantOf } from '../../../i18n/format.js';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
// It stands on the page to which this form leads.
import '../activity/copied-notice.js';
import { useOwnParties } from '../../../session/use-own-parties.js';
import { type Brand, useAdopt } from './use-brands.js';

interface Values {
  readonly organiser?: string;
  readonly startsAt?: string;
  readonly venue?: string;
  readonly keepDay?: boolean;
}

const fields = ['organiser', 'startsAt', 'venue', 'keepDay'];

/** To hold an edition oneself: a draft is made, and the founder is told. */
export function AdoptSection({ brand }: { readonly brand: Brand }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="adopt-title">
      <h2 id="adopt-title">{t('brand.adopt.title')}</h2>
      <p className="hint">{t('brand.adopt.hint', { union: brand.founder.name })}</p>
      {isOpen ? (
        <AdoptForm brand={brand} onBack={() => setIsOpen(false)} />
      ) : (
        <Button type="primary" onClick={() => setIsOpen(true)}>
          {t('brand.adopt.open')}
        </Button>
      )}
    </section>
  );
}

function AdoptForm({ brand, onBack }: { readonly brand: Brand; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const { parties } = useOwnParties();
  const unions = parties.filter(({ kind }) => kind === 'union');
  const adopt = useAdopt(brand.id);
  const submit = ({ organiser, startsAt, venue, keepDay }: Values): void =>
    adopt.mutate(
      {
        organiser: { kind: 'union', id: organiser ?? unions[0]?.id ?? '' },
        startsAt: instantOf(startsAt ?? ''),
        venue: (venue ?? '').trim() || null,
        keepDay: keepDay ?? false,
      },
      {
        onSuccess: ({ activity, moved, holidaysUnknown, invite }) =>
          void navigate(`/activities/${activity.id}/edit`, {
            state: { copied: { moved, holidaysUnknown, invite, wasLent: false } },
          }),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form
      form={form}
      name="adopt"
      layout="vertical"
      requiredMark={false}
      disabled={adopt.isPending}
      onFinish={submit}
    >
      <Fields unions={unions} />
      {adopt.isError && <Refusal title={t('brand.adopt.notDone')} error={adopt.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={adopt.isPending}>
          {t('brand.adopt.make')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function Fields({ unions }: { readonly unions: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="organiser" label={t('brand.adopt.organiser')} initialValue={unions[0]?.id}>
        <Choice options={unions.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item
        name="startsAt"
        label={t('brand.adopt.startsAt')}
        rules={[{ required: true, message: t('brand.adopt.startsRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="venue" label={t('activity.venue')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="keepDay" valuePropName="checked">
        <Checkbox>{t('copying.keepDay')}</Checkbox>
      </Form.Item>
    </>
  );
}
