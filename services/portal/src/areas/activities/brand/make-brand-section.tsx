import './brand.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { NameAndStory } from './keeper-section.js';
import { useCreateBrand } from './use-brands.js';

type Values = { readonly name: string; readonly story: string; readonly adoption: 'open' | 'onRequest' };

const fields = ['name', 'story', 'adoption'];

/** To make a brand of what went well. */
export function MakeBrandSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="make-brand-title">
      <h2 id="make-brand-title">{t('brand.make.title')}</h2>
      <p className="hint">{t('brand.make.hint')}</p>
      {isOpen ? (
        <MakeForm activity={activity} onBack={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('brand.make.title')}</Button>
      )}
    </section>
  );
}

function MakeForm({ activity, onBack }: { readonly activity: Activity; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const create = useCreateBrand();
  const submit = (values: Values): void =>
    create.mutate(
      { activityId: activity.id, ...values },
      {
        onSuccess: ({ id }) => void navigate(`/brands/${id}`),
        onError: (error) => showErrors(form, error, fields),
      },
    );
  return (
    <Form
      form={form}
      name="make-brand"
      layout="vertical"
      requiredMark={false}
      disabled={create.isPending}
      initialValues={{ name: activity.title.slice(0, 100), story: '', adoption: 'open' }}
      onFinish={submit}
    >
      <NameAndStory />
      {create.isError && <Refusal title={t('brand.make.notDone')} error={create.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('brand.make.save')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}
