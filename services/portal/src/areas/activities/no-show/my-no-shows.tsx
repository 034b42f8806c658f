import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { showErrors } from '../../../kit/form-errors.js';
import { TextArea } from '../../../kit/input.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import { type MyNoShow, useAppeal, useMyNoShows } from './use-no-shows.js';

/** Where I had a seat and did not come, and what I can say of it. Whoever has none is not bothered with it. */
export function MyNoShows() {
  const { t } = useTranslation();
  const noShows = useMyNoShows();
  if (noShows.items?.length === 0) return null;
  return (
    <section className="card" id="my-no-shows" aria-labelledby="my-no-shows-title">
      <h2 id="my-no-shows-title">{t('noShow.mine')}</h2>
      <p className="hint">{t('noShow.mineHint')}</p>
      <PagedList list={noShows} empty={{ text: t('noShow.none') }}>
        {(items) => (
          <ul className="plain-list mine-lines">
            {items.map((one) => (
              <NoShowLine key={one.id} one={one} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

function NoShowLine({ one }: { readonly one: MyNoShow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li>
      <div className="mine-head">
        <Link to={`/activities/${one.activityId}`}>{one.activityTitle}</Link>
        <span>{t(`noShow.stateIs.${one.state}`)}</span>
      </div>
      <p>{format.instant(one.occurredAt)}</p>
      {one.appealText !== null && <p>{t('noShow.saidByMe', { text: one.appealText })}</p>}
      {one.decisionReason !== null && <p>{t('noShow.decidedFor', { reason: one.decisionReason })}</p>}
      {one.state === 'counted' && <AppealForm noShowId={one.id} />}
    </li>
  );
}

interface AppealText {
  readonly text: string;
}

const fields = ['text'];

function AppealForm({ noShowId }: { readonly noShowId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AppealText>();
  const appeal = useAppeal(noShowId);
  const submit = ({ text }: AppealText): void =>
    appeal.mutate(text.trim(), { onError: (error) => showErrors(form, error, fields) });
  return (
    <details className="fold">
      <summary>{t('noShow.appeal')}</summary>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="text"
          label={t('noShow.appealText')}
          extra={t('noShow.appealHint')}
          rules={[{ required: true, whitespace: true, message: t('noShow.textRequired') }]}
        >
          <TextArea maxLength={500} rows={3} />
        </Form.Item>
        {appeal.isError && <Refusal title={t('noShow.notSent')} error={appeal.error} fields={fields} />}
        <Button htmlType="submit" loading={appeal.isPending}>
          {t('noShow.send')}
        </Button>
      </Form>
    </details>
  );
}
