import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { request } from '../../../api/request.js';
import type { Command } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { ErrorState } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { ActivityField } from './activity-field.js';
import { type AnnouncementValues, audienceOf, bodyOf } from './announcement-values.js';
import {
  type Announcement,
  type Audience,
  type Release,
  releases,
  urgencies,
  type Urgency,
} from './announcement.model.js';
import { AudienceFields } from './audience-fields.js';

type Body = NonNullable<ReturnType<typeof bodyOf>>;

interface AnnouncementFormProps<Sent> {
  readonly command: Command<Sent, Announcement>;
  readonly input: (body: Body) => Sent;
  readonly initial: AnnouncementValues;
  /** Another union can write it. */
  readonly isNew?: boolean;
  readonly onDone: (announcement: Announcement) => void;
  readonly onCancel: () => void;
}

/** What is written, to whom and when; the form says to how many people it would go before it is sent. */
export function AnnouncementForm<Sent>({
  command,
  input,
  initial,
  isNew = false,
  onDone,
  onCancel,
}: AnnouncementFormProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<AnnouncementValues>();
  // What is not in the form stays as it was: the union of an announcement that is changed.
  const values: AnnouncementValues = { ...initial, ...Form.useWatch([], form) };
  const { release = 'now' } = values;
  const recipients = useRecipients(values.unionId, values.writer, audienceOf(values));
  const { data: count } = recipients;
  const forgetSubject = (changed: Partial<AnnouncementValues>): void => {
    if (changed.audience?.kind !== undefined) form.setFieldValue(['audience', 'id'], undefined);
  };
  return (
    <CommandForm
      form={form}
      name="announcement"
      command={command}
      input={(typed: AnnouncementValues) => {
        const body = bodyOf({ ...initial, ...typed });
        return body && input(body);
      }}
      submit={useSubmitText(release, count)}
      refused={t('announcement.notSaved')}
      onDone={onDone}
      onChange={(_values, changed) => forgetSubject(changed)}
      onCancel={onCancel}
      cancel={t('announcement.cancel')}
      initialValues={initial}
      disabled={release === 'now' && count === 0}
      className="card"
    >
      <FromAndTo values={values} isNew={isNew} />
      <Reached recipients={recipients} />
      <Words />
      <When release={release} />
    </CommandForm>
  );
}

interface FromAndToProps {
  readonly values: AnnouncementValues;
  readonly isNew: boolean;
}

/** Who writes, and to whom; a club or a group writes to its own people. */
function FromAndTo({ values: { writer, audience, unionId }, isNew }: FromAndToProps) {
  const { t } = useTranslation();
  if (writer !== undefined)
    return <p>{t(`announcement.ownPeople.${writer}`, { name: audience?.id?.name ?? '' })}</p>;
  return (
    <>
      {isNew && (
        <Form.Item
          name="unionId"
          label={t('announcement.writer')}
          rules={[{ required: true, message: t('announcement.pickRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('announcement.chooseWriter')} />
        </Form.Item>
      )}
      <AudienceFields kind={audience?.kind ?? 'union'} unionId={unionId} />
    </>
  );
}

function useSubmitText(release: Release, count: number | undefined): string {
  const { t } = useTranslation();
  if (release === 'draft') return t('announcement.saveDraft');
  if (release === 'later') return t('announcement.schedule');
  return count === undefined ? t('announcement.send') : t('announcement.sendTo', { count });
}

function Reached({ recipients }: { readonly recipients: ReturnType<typeof useRecipients> }) {
  const { t } = useTranslation();
  const { data: count, error, refetch } = recipients;
  return (
    <>
      <p aria-live="polite" className="hint">
        {count !== undefined && t('announcement.reaches', { count })}
      </p>
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
    </>
  );
}

function Words() {
  const { t } = useTranslation();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item
        name="title"
        label={t('announcement.subject')}
        rules={needed(t('announcement.subjectRequired'))}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="text" label={t('announcement.text')} rules={needed(t('announcement.textRequired'))}>
        <TextArea rows={6} maxLength={2000} />
      </Form.Item>
      <Form.Item name="activityId" label={t('announcement.activity')}>
        <ActivityField label={t('announcement.activity')} />
      </Form.Item>
      <Form.Item name="urgency" label={t('announcement.urgency')} extra={t('announcement.urgencyHint')}>
        <Choice<Urgency>
          options={urgencies.map((value) => ({ value, label: t(`announcement.urgencyIs.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}

function When({ release }: { readonly release: Release }) {
  const { t } = useTranslation();
  return (
    <div className="two-columns">
      <Form.Item name="release" label={t('announcement.when')}>
        <Choice<Release>
          options={releases.map((value) => ({ value, label: t(`announcement.release.${value}`) }))}
        />
      </Form.Item>
      {release === 'later' && (
        <Form.Item
          name="sendAt"
          label={t('announcement.sendAt')}
          rules={[{ required: true, message: t('announcement.sendAtRequired') }]}
        >
          <Input type="datetime-local" />
        </Form.Item>
      )}
    </div>
  );
}

/** How many people it would reach now. */
function useRecipients(
  unionId: string | undefined,
  writer: AnnouncementValues['writer'],
  audience: Audience | null,
) {
  return useQuery({
    queryKey: ['announcement', '/announcements/preview', { unionId, writer, audience }],
    queryFn: async ({ signal }) => {
      if (unionId === undefined || audience === null) return undefined;
      const input = { body: { unionId, audience, ...(writer && { writer }) } };
      return (await request('post', '/announcements/preview', input, { signal })).recipients;
    },
    enabled: unionId !== undefined && audience !== null,
  });
}
