import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import type { Dispute, DisputeMessage } from './dispute.model.js';
import { useTalk, useWrite } from './use-disputes.js';

/** What both sides have said, the earliest first, and a word of one's own. */
export function Talk({ dispute: { id, mayWrite } }: { readonly dispute: Dispute }) {
  const { t } = useTranslation();
  const talk = useTalk(id);
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
  message: { union, writtenByName, writtenAt, text },
}: {
  readonly message: DisputeMessage;
}) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const name = writtenByName ?? t('money.nameUnknown');
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

const fields = ['text'];

function Write({ disputeId }: { readonly disputeId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ text: string }>();
  const write = useWrite(disputeId);
  return (
    <Form
      form={form}
      name="talk"
      layout="vertical"
      requiredMark={false}
      disabled={write.isPending}
      onFinish={({ text }) =>
        write.mutate(text.trim(), {
          onSuccess: () => form.resetFields(),
          onError: (error) => showErrors(form, error, fields),
        })
      }
    >
      <Form.Item
        name="text"
        label={t('dispute.talk.text')}
        rules={[{ required: true, whitespace: true, message: t('dispute.talk.textRequired') }]}
      >
        <TextArea rows={3} maxLength={1_000} />
      </Form.Item>
      {write.isError && <Refusal title={t('dispute.act.refused')} error={write.error} fields={fields} />}
      <Button htmlType="submit" loading={write.isPending}>
        {t('dispute.talk.send')}
      </Button>
    </Form>
  );
}
