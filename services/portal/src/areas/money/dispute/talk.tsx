import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { Dispute, DisputeMessage } from './dispute.model.js';

/** The messages of both sides, the earliest first, and a field for a new one. */
export function Talk({ dispute: { id, mayWrite } }: { readonly dispute: Dispute }) {
  const { t } = useTranslation();
  const talk = useList('dispute', '/disputes/{disputeId}/messages', { disputeId: id });
  return (
    <section className="card" aria-labelledby="talk-title">
      <h2 id="talk-title">{t('dispute.talk.title')}</h2>
      <PagedList list={talk} empty={{ text: t('dispute.talk.none') }}>
        {(messages) => (
          <ol className="plain-list talk">
            {messages.map((message) => (
              <li key={message.number}>
                <OneMessage message={message} />
              </li>
            ))}
          </ol>
        )}
      </PagedList>
      {mayWrite && <Write disputeId={id} />}
    </section>
  );
}

function OneMessage({
  message: { union, writtenBy, writtenByName, writtenAt, text },
}: {
  readonly message: DisputeMessage;
}) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const nameOf = useNameOf();
  const name = nameOf(writtenBy, writtenByName) ?? t('money.nameUnknown');
  return (
    <>
      <p className="hint">
        {t('dispute.talk.by', { name, union: union.name })}{' '}
        <time dateTime={writtenAt}>{instant(writtenAt)}</time>
      </p>
      <p className="prose">{text}</p>
    </>
  );
}

function Write({ disputeId }: { readonly disputeId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly text: string }>();
  const write = useCommand('dispute', 'post', '/disputes/{disputeId}/messages');
  return (
    <CommandForm
      form={form}
      name="talk"
      command={write}
      input={({ text }) => ({ disputeId, body: { text: text.trim() } })}
      submit={t('dispute.talk.send')}
      refused={t('dispute.act.refused')}
      secondary
      onDone={() => form.resetFields()}
    >
      <Form.Item
        name="text"
        label={t('dispute.talk.text')}
        rules={[{ required: true, whitespace: true, message: t('dispute.talk.textRequired') }]}
      >
        <TextArea rows={3} maxLength={1_000} />
      </Form.Item>
    </CommandForm>
  );
}
