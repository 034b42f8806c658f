import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Matter } from './matter.model.js';

/**
 * Whoever has it in hand says what it is about; what the platform proposes is chosen already, with its reason. Nothing of a
 * service without topics.
 */
export function ClassifyForm({ matter }: { readonly matter: Matter }) {
  const { t } = useTranslation();
  const classify = useCommand('matter', 'post', '/matters/{matterId}/classify');
  const { topic, topics, proposedTopic } = matter;
  const known = topic ?? proposedTopic;
  if (topics.length === 0) return null;
  return (
    <section className="card" aria-labelledby="topic-title">
      <h2 id="topic-title">{t('matter.topic')}</h2>
      {topic === null && (
        <p className="hint">
          {proposedTopic === null
            ? t('matter.topicUnsure')
            : t('matter.topicProposed', {
                topic: proposedTopic.label,
                words: proposedTopic.words.join(t('matter.comma')),
              })}
        </p>
      )}
      <CommandForm
        command={classify}
        input={({ topic: chosen }: { readonly topic: string }) => ({
          matterId: matter.id,
          version: matter.version,
          body: { topic: chosen },
        })}
        submit={t(topic === null ? 'matter.topicYes' : 'matter.topicChange')}
        refused={t('matter.topicRefused')}
        initialValues={known === null ? {} : { topic: known.id }}
        secondary
      >
        <Form.Item
          name="topic"
          label={t('matter.topicLabel')}
          rules={[{ required: true, message: t('matter.topicRequired') }]}
        >
          <Choice<string>
            options={[
              { value: '', label: t('common.choose') },
              ...topics.map(({ id, label }) => ({ value: id, label })),
            ]}
          />
        </Form.Item>
      </CommandForm>
    </section>
  );
}
