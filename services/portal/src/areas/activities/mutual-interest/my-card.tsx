import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';

type Card = components['schemas']['InterestProfileDto'];

interface MyCardProps {
  readonly activityId: string;
  readonly card: Card | null;
  /** The version of the text that the reader has yet to agree to. */
  readonly consentAsked: number | null;
}

/** What the others see of me, and my contact, which only my matches see. */
export function MyCard({ activityId, card, consentAsked }: MyCardProps) {
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
        <CardForm
          activityId={activityId}
          card={card}
          consentAsked={consentAsked}
          onDone={() => setIsOpen(false)}
        />
      )}
    </section>
  );
}

interface CardFormProps extends MyCardProps {
  readonly onDone: () => void;
}

function CardForm({ activityId, card, consentAsked, onDone }: CardFormProps) {
  const { t } = useTranslation();
  const take = useCommand('mutualInterest', 'put', '/activities/{activityId}/mutual-interest/me');
  const rule = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <CommandForm
      command={take}
      input={({ tag, introduction, contact }: Card) => ({
        activityId,
        body: {
          tag: tag.trim(),
          introduction: introduction?.trim() || null,
          contact: contact.trim(),
          consentVersion: consentAsked,
        },
      })}
      submit={t(card === null ? 'mutualInterest.join' : 'mutualInterest.saveCard')}
      refused={t('mutualInterest.notSaved')}
      onDone={onDone}
      initialValues={card ?? {}}
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
      {consentAsked !== null && <ConsentItem />}
    </CommandForm>
  );
}

/** The text on what happens with the card, and that the reader agrees to it. */
function ConsentItem() {
  const { t } = useTranslation();
  const { data } = useRead('consent', '/me/consents', {});
  const text = data?.items.find(({ purpose }) => purpose === 'mutualInterest')?.text;
  const agreed = (_rule: unknown, value: unknown): Promise<void> =>
    value === true ? Promise.resolve() : Promise.reject(new Error(t('mutualInterest.consentRequired')));
  return (
    <>
      <p className="prose">{text}</p>
      <Form.Item name="consentVersion" valuePropName="checked" rules={[{ validator: agreed }]}>
        <Checkbox>{t('mutualInterest.consent')}</Checkbox>
      </Form.Item>
    </>
  );
}
