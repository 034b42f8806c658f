import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Card, useTakePart } from './use-mutual-interest.js';

const fields = ['tag', 'introduction', 'contact'];

interface MyCardProps {
  readonly activityId: string;
  readonly card: Card | null;
}

/** What the others see of me, and the line for whoever I choose and who chooses me. */
export function MyCard({ activityId, card }: MyCardProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="my-card-title">
      <h2 id="my-card-title">{t('mutualInterest.card')}</h2>
      {card !== null && !isOpen ? (
        <>
          <p>
            <strong>{card.tag}</strong>
          </p>
          {card.introduction && <p className="prose">{card.introduction}</p>}
          <p className="hint">{t('mutualInterest.contactOf', { contact: card.contact })}</p>
          <Button onClick={() => setIsOpen(true)}>{t('mutualInterest.editCard')}</Button>
        </>
      ) : (
        <CardForm activityId={activityId} card={card} onDone={() => setIsOpen(false)} />
      )}
    </section>
  );
}

interface CardFormProps extends MyCardProps {
  readonly onDone: () => void;
}

function CardForm({ activityId, card, onDone }: CardFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Card>();
  const take = useTakePart(activityId);
  const submit = ({ tag, introduction, contact }: Card): void =>
    take.mutate(
      { tag: tag.trim(), introduction: introduction?.trim() || null, contact: contact.trim() },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  const rule = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={take.isPending}
      initialValues={card ?? {}}
      onFinish={submit}
      scrollToFirstError={{ focus: true, block: 'center' }}
    >
      <p className="hint">{t('mutualInterest.cardHint')}</p>
      <Form.Item name="tag" label={t('mutualInterest.tag')} rules={rule(t('mutualInterest.tagRequired'))}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="introduction" label={t('mutualInterest.introduction')}>
        <TextArea rows={3} maxLength={200} />
      </Form.Item>
      <Form.Item
        name="contact"
        label={t('mutualInterest.contact')}
        rules={rule(t('mutualInterest.contactRequired'))}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {take.isError && <Refusal title={t('mutualInterest.notSaved')} error={take.error} fields={fields} />}
      <Button type="primary" htmlType="submit" loading={take.isPending}>
        {t(card === null ? 'mutualInterest.join' : 'mutualInterest.saveCard')}
      </Button>
    </Form>
  );
}
