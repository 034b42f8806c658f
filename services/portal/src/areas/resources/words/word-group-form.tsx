import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { WordsForm } from '../../../kit/words-form.js';
import { WordTrial } from './word-trial.js';
import { bodyOf, type TypedGroup, typedOf, type WordGroup, type WordKind, wordKinds } from './words.model.js';

interface WordGroupFormProps {
  readonly group: WordGroup;
  readonly onClose: () => void;
}

/** A group as it is to become; tried before it is saved. */
export function WordGroupForm({ group, onClose }: WordGroupFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TypedGroup>();
  const set = useCommand('wordGroup', 'put', '/word-groups/{word}');
  const isNew = group.word === '';
  const nameOf = ({ word = '' }: TypedGroup): string => (isNew ? word.trim() : group.word);
  const required = [{ required: true, whitespace: true, message: t('words.missing') }];
  return (
    <section className="card" aria-label={isNew ? t('words.add') : group.word}>
      <h2>{isNew ? t('words.add') : group.word}</h2>
      <CommandForm<TypedGroup, Parameters<typeof set.mutate>[0], unknown>
        command={set}
        form={form}
        name="word-group"
        draft={`word-group.${group.word}`}
        input={(typed) => ({
          word: nameOf(typed),
          version: group.version,
          body: { ...bodyOf(typed), reason: (typed.reason ?? '').trim() },
        })}
        submit={t('words.save')}
        refused={t('words.refused')}
        onDone={onClose}
        onCancel={onClose}
        initialValues={typedOf(group)}
      >
        <p className="hint">{t('words.effect')}</p>
        {isNew && (
          <Form.Item name="word" label={t('words.word')} rules={required}>
            <Input maxLength={20} />
          </Form.Item>
        )}
        <Form.Item name="same" label={t('words.same')} extra={t('words.sameHint')}>
          <Input maxLength={1_000} />
        </Form.Item>
        <Form.Item name="hints" label={t('words.hints')} extra={t('words.hintsHint')}>
          <Input maxLength={1_000} />
        </Form.Item>
        <Form.Item name="wider" label={t('words.wider')} extra={t('words.widerHint')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="kind" label={t('words.kindLabel')}>
          <Choice<WordKind>
            label={t('words.kindLabel')}
            options={wordKinds.map((value) => ({ value, label: t(`words.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('words.reason')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </CommandForm>
      <WordTrial
        typed={() => {
          const typed = form.getFieldsValue(true) as TypedGroup;
          return { word: nameOf(typed), ...bodyOf(typed) };
        }}
      />
      {!isNew && <Undoing group={group} onDone={onClose} />}
      <p className="hint">{t('words.history')}</p>
    </section>
  );
}

type Step = 'remove' | 'undo';

/** Taking a group out, or taking the last change back, each with a reason. */
function Undoing({ group, onDone }: { readonly group: WordGroup; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step | null>(null);
  const remove = useCommand('wordGroup', 'post', '/word-groups/{word}/remove');
  const undo = useCommand('wordGroup', 'post', '/word-groups/{word}/undo');
  const { word, version, origin } = group;
  if (step !== null) {
    const command = step === 'remove' ? remove : undo;
    return (
      <WordsForm
        label={t('words.reason')}
        required={t('words.reasonMissing')}
        submit={t(`words.${step}`)}
        refused={t(`words.${step}Refused`)}
        isPending={command.isPending}
        error={command.error}
        onSubmit={(reason) => command.mutate({ word, version, body: { reason } }, { onSuccess: onDone })}
        onClose={() => setStep(null)}
      />
    );
  }
  return (
    <div className="actions">
      {origin !== 'removed' && <Button onClick={() => setStep('remove')}>{t('words.remove')}</Button>}
      {version > 0 && <Button onClick={() => setStep('undo')}>{t('words.undo')}</Button>}
    </div>
  );
}
