import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';

type NewWebhook = components['schemas']['AddWebhookAddress'];

/** A system of the reader's own. What its posts are signed with is shown once, and stays until they have taken it. */
export function Webhook() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const add = useCommand('noticeAddress', 'post', '/me/notice-addresses/webhook');
  return (
    <li>
      <div>
        <p>{t('noticeSettings.way.webhook.title')}</p>
        <p className="hint">{t('noticeSettings.way.webhook.hint')}</p>
        {isOpen && (
          <CommandForm
            name="noticeWebhook"
            className="notice-form"
            command={add}
            input={({ url }: NewWebhook) => ({ body: { url: url.trim() } })}
            submit={t('noticeSettings.way.webhook.add')}
            done={null}
            refused={t('noticeSettings.way.webhook.refused')}
            onDone={(added) => {
              setSecret(added.secret);
              setIsOpen(false);
            }}
            onCancel={() => setIsOpen(false)}
            cancel={t('noticeSettings.notNow')}
          >
            <Form.Item
              name="url"
              label={t('noticeSettings.way.webhook.field')}
              rules={[
                {
                  required: true,
                  transform: (text?: string) => text?.trim(),
                  pattern: /^https?:\/\/\S+$/,
                  message: t('noticeSettings.way.webhook.required'),
                },
              ]}
            >
              <Input type="url" inputMode="url" autoComplete="off" maxLength={1_000} />
            </Form.Item>
          </CommandForm>
        )}
        <div role="status">
          {secret !== null && (
            <>
              <p>{t('noticeSettings.way.webhook.secret')}</p>
              <p>
                <code className="webhook-secret">{secret}</code>
              </p>
              <Button onClick={() => setSecret(null)}>{t('noticeSettings.way.webhook.taken')}</Button>
            </>
          )}
        </div>
      </div>
      {!isOpen && <Button onClick={() => setIsOpen(true)}>{t('noticeSettings.way.webhook.open')}</Button>}
    </li>
  );
}
