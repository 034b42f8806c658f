import '../../../kit/styles/organising.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { instantOf } from '../../../i18n/format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';

interface Values {
  readonly title: string;
  readonly what: string;
  /** As `datetime-local` shows it. */
  readonly startsAt: string;
  readonly heads: string;
  readonly venue?: string;
  readonly needed?: string;
}

const empty: Values = { title: '', what: '', startsAt: '', heads: '', venue: '', needed: '' };

/** A worker proposes an activity: six questions, on a phone. */
export function ProposePage() {
  const { t } = useTranslation();
  return (
    <div className="form-page">
      <PageHead title={t('proposal.form.page')} back="/activities" />
      <p className="hint">{t('proposal.form.hint')}</p>
      <ProposeForm />
    </div>
  );
}

function ProposeForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useCommand('activity', 'post', '/activity-proposals');
  return (
    <CommandForm
      name="propose"
      command={propose}
      input={({ startsAt, heads, venue, needed, ...texts }: Values) => ({
        body: {
          ...texts,
          heads: Number(heads),
          startsAt: instantOf(startsAt),
          venue: (venue ?? '').trim() || null,
          needed: (needed ?? '').trim() || null,
        },
      })}
      submit={t('proposal.form.send')}
      refused={t('proposal.form.notSent')}
      onDone={({ id }) => void navigate(`/activities/${id}`, { replace: true })}
      initialValues={empty}
      draft="activity.propose"
      className="card"
    >
      <Fields />
    </CommandForm>
  );
}

function Fields() {
  const { t } = useTranslation();
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item
        name="title"
        label={t('proposal.form.title')}
        rules={required(t('proposal.form.titleRequired'))}
      >
        <Input maxLength={200} placeholder={t('proposal.form.titleExample')} />
      </Form.Item>
      <Form.Item
        name="what"
        label={t('proposal.form.what')}
        rules={required(t('proposal.form.whatRequired'))}
      >
        <TextArea rows={4} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="startsAt"
        label={t('proposal.form.startsAt')}
        extra={t('proposal.form.startsHint')}
        rules={[{ required: true, message: t('proposal.form.startsRequired') }]}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="heads"
        label={t('proposal.form.heads')}
        rules={[{ required: true, pattern: /^[1-9]\d{0,3}$/, message: t('proposal.form.headsRange') }]}
      >
        <Input inputMode="numeric" maxLength={4} className="short-field" />
      </Form.Item>
      <Form.Item name="venue" label={t('proposal.form.venue')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="needed" label={t('proposal.form.needed')}>
        <TextArea rows={3} maxLength={1000} placeholder={t('proposal.form.neededExample')} />
      </Form.Item>
    </>
  );
}
