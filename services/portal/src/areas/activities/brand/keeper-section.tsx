import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Brand, useBrandStep, useEditBrand } from './use-brands.js';

/** What the founder does: edits, shows it to all, takes it back. */
export function KeeperSection({ brand }: { readonly brand: Brand }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const step = useBrandStep(brand);
  const { state } = brand;
  const next = state === 'published' ? 'retire' : 'publish';
  return (
    <section className="card" aria-labelledby="keeper-title">
      <h2 id="keeper-title">{t('brand.keep.title')}</h2>
      {step.isError && <Refusal title={t('brand.keep.notDone')} error={step.error} />}
      {isOpen ? (
        <EditForm key={brand.version} brand={brand} onBack={() => setIsOpen(false)} />
      ) : (
        <div className="actions">
          <ConfirmButton
            {...(next === 'publish' ? { type: 'primary' as const } : { danger: true })}
            loading={step.isPending}
            question={t(`brand.keep.${next}Question`)}
            confirmText={t(`brand.keep.${next}`)}
            onConfirm={() => step.mutate(next)}
          >
            {t(`brand.keep.${next}`)}
          </ConfirmButton>
          {state !== 'retired' && <Button onClick={() => setIsOpen(true)}>{t('brand.keep.edit')}</Button>}
        </div>
      )}
    </section>
  );
}

interface Values {
  readonly name: string;
  readonly story: string;
  readonly adoption: Brand['adoption'];
  readonly title: string;
  readonly tasks: string;
}

const fields = ['name', 'story', 'adoption', 'title', 'tasks'];

/** Sends only what was changed: what belongs to the template makes a new version of it. */
function EditForm({ brand, onBack }: { readonly brand: Brand; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const edit = useEditBrand(brand.id);
  const { template } = brand;
  const before = { ...brand, title: template.title, tasks: template.tasks.join('\n') };
  const submit = ({ tasks, ...values }: Values): void => {
    const texts = Object.entries(values).filter(
      ([field, value]) => value !== before[field as keyof typeof values],
    );
    const lines = linesOf(tasks);
    const changes = {
      ...Object.fromEntries(texts),
      ...(lines.join('\n') === before.tasks ? {} : { tasks: lines }),
    };
    if (Object.keys(changes).length === 0) return onBack();
    edit.mutate(
      { version: brand.version, ...changes },
      { onSuccess: onBack, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form
      form={form}
      name="brand"
      layout="vertical"
      requiredMark={false}
      disabled={edit.isPending}
      initialValues={before}
      onFinish={submit}
    >
      <NameAndStory />
      <Form.Item name="title" label={t('brand.keep.templateTitle')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="tasks" label={t('brand.template.tasks')} extra={t('brand.keep.tasksHint')}>
        <TextArea rows={4} maxLength={5000} />
      </Form.Item>
      {edit.isError && <Refusal title={t('brand.keep.notDone')} error={edit.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('common.save')}
        </Button>
        <Button onClick={onBack}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

/** What is said of every brand. */
export function NameAndStory() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="name"
        label={t('brand.keep.name')}
        rules={[{ required: true, whitespace: true, message: t('brand.keep.nameRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="story"
        label={t('brand.story')}
        extra={t('brand.keep.storyHint')}
        rules={[{ required: true, whitespace: true, message: t('brand.keep.storyRequired') }]}
      >
        <TextArea rows={6} maxLength={4000} />
      </Form.Item>
      <Form.Item name="adoption" label={t('brand.keep.adoption')}>
        <Choice
          options={(['open', 'onRequest'] as const).map((value) => ({
            value,
            label: t(`brand.adoption.${value}`),
          }))}
        />
      </Form.Item>
    </>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
