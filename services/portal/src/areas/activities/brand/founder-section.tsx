import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import type { Brand } from './brand.model.js';

/** The founder edits, publishes and retires the brand. */
export function FounderSection({ brand }: { readonly brand: Brand }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { id: brandId, state, version } = brand;
  const next = state === 'published' ? 'retire' : 'publish';
  const step = useCommand('brand', 'post', `/brands/{brandId}/${next}`);
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
            onConfirm={() => step.mutate({ brandId, version })}
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

/** Sends only what was changed: a change of the template makes a new version of it. */
function EditForm({ brand, onBack }: { readonly brand: Brand; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const edit = useCommand('brand', 'patch', '/brands/{brandId}', { onStale: 'refuse' });
  const { template } = brand;
  const before = { ...brand, title: template.title, tasks: template.tasks.join('\n') };
  const changesOf = ({ tasks, ...values }: Values) => {
    const texts = Object.entries(values).filter(
      ([field, value]) => value !== before[field as keyof typeof values],
    );
    const lines = linesOf(tasks);
    return { ...Object.fromEntries(texts), ...(lines.join('\n') === before.tasks ? {} : { tasks: lines }) };
  };
  return (
    <CommandForm
      command={edit}
      name="brand"
      input={(values: Values) => {
        const body = changesOf(values);
        if (Object.keys(body).length > 0) return { brandId: brand.id, version: brand.version, body };
        onBack();
        return null;
      }}
      submit={t('common.save')}
      refused={t('brand.keep.notDone')}
      onDone={onBack}
      onCancel={onBack}
      initialValues={before}
    >
      <NameAndStory />
      <Form.Item name="title" label={t('brand.keep.templateTitle')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="tasks" label={t('brand.template.tasks')} extra={t('brand.keep.tasksHint')}>
        <TextArea rows={4} maxLength={5000} />
      </Form.Item>
    </CommandForm>
  );
}

/** The fields that every brand has. */
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
