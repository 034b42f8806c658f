import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';

type Message = components['schemas']['MessageView'];

const MessageForm = lazyPart('MessageForm', () => import('./message-form.js'));

/** The messages to those who take part, how many were sent and read, and a form for another. */
export function MessageSection({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const messages = useList('message', '/activities/{activityId}/messages', { activityId: activity.id });
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="card" aria-labelledby="messages-title">
      <h2 id="messages-title">{t('message.title')}</h2>
      <p className="hint">{t('message.hint')}</p>
      {isOpen ? (
        <MessageForm activity={activity} onDone={() => setIsOpen(false)} />
      ) : (
        <Button onClick={() => setIsOpen(true)}>{t('message.write')}</Button>
      )}
      <PagedList list={messages} empty={{ text: t('message.none') }}>
        {(items) => (
          <ul className="plain-list">
            {items.map((message) => (
              <li key={message.id} className="row">
                <MessageLine message={message} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function MessageLine({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withdraw = useCommand('message', 'post', '/activities/{activityId}/messages/{messageId}/withdraw');
  const { activityId, id: messageId, subject, text, state, total, sent, read, createdAt } = message;
  return (
    <>
      <div>
        <p>
          <strong>{subject}</strong> <span className="tag">{t(`message.state.${state}`)}</span>
        </p>
        <p className="prose">{text}</p>
        <p className="hint">
          {read === null
            ? t('message.reached', { sent, total })
            : t('message.progress', { sent, total, read })}{' '}
          {format.instant(createdAt)}
        </p>
        {withdraw.isError && <Refusal title={t('message.notWithdrawn')} error={withdraw.error} />}
      </div>
      {state !== 'withdrawn' && (
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t('message.withdrawQuestion', { subject })}
          confirmText={t('message.withdraw')}
          aria-label={t('message.withdrawOf', { subject })}
          onConfirm={() => withdraw.mutate({ activityId, messageId })}
        >
          {t('message.withdraw')}
        </ConfirmButton>
      )}
    </>
  );
}
