import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../api/use-command.js';
import { Choice } from '../../kit/choice.js';
import { CommandForm } from '../../kit/command-form.js';
import { DateInput } from '../../kit/date-input.js';
import { Input } from '../../kit/input.js';
import {
  contentOf,
  type HonourLevel,
  honourLevels,
  type InsurancePayer,
  insurancePayers,
  type PersonRecord,
  type RecordContent,
  type RecordKind,
  type RecordPost,
  recordPosts,
  type RecordValues,
} from './record.model.js';

interface RecordFormProps<Sent> {
  readonly command: Command<Sent, PersonRecord>;
  /** What is sent; null where something above is missing. */
  readonly input: (content: RecordContent) => Sent | null;
  /** Those that the reader may enter. */
  readonly kinds: readonly RecordKind[];
  readonly initial: RecordValues;
  readonly submit: string;
  readonly onDone: (record: PersonRecord) => void;
  /** What comes first. */
  readonly children?: ReactNode;
}

/** What is said about a record: its kind decides which of the fields there are. */
export function RecordForm<Sent>({
  command,
  input,
  kinds,
  initial,
  submit,
  onDone,
  children,
}: RecordFormProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RecordValues>();
  const kind = Form.useWatch('kind', form) ?? initial.kind;
  return (
    <CommandForm
      form={form}
      name="record"
      command={command}
      input={(values: RecordValues) => input(contentOf(values))}
      submit={submit}
      refused={t('personRecord.notSaved')}
      onDone={onDone}
      initialValues={initial}
      className="card"
    >
      {children}
      <Form.Item name="kind" label={t('personRecord.kindLabel')}>
        <Choice<RecordKind>
          options={kinds.map((value) => ({ value, label: t(`personRecord.kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={t(`personRecord.titleOf.${kind}`)}
        rules={[{ required: true, whitespace: true, message: t('personRecord.titleRequired') }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <KindFields kind={kind} />
      <Issued kind={kind} />
    </CommandForm>
  );
}

function KindFields({ kind }: { readonly kind: RecordKind }) {
  const { t } = useTranslation();
  switch (kind) {
    case 'honour':
      return (
        <div className="two-columns">
          <Form.Item name={['details', 'honourLevel']} label={t('personRecord.level')}>
            <Choice<HonourLevel>
              options={[
                { value: '', label: t('common.choose') },
                ...honourLevels.map((value) => ({ value, label: t(`personRecord.honourLevel.${value}`) })),
              ]}
            />
          </Form.Item>
          <Form.Item name={['details', 'year']} label={t('personRecord.year')}>
            <Input maxLength={4} inputMode="numeric" />
          </Form.Item>
        </div>
      );
    case 'skill':
      return (
        <Form.Item
          name={['details', 'skillLevel']}
          label={t('personRecord.level')}
          extra={t('personRecord.levelHint')}
        >
          <Input maxLength={40} />
        </Form.Item>
      );
    case 'certificate':
      return (
        <Form.Item name="number" label={t('personRecord.number')} extra={t('personRecord.numberHint')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      );
    case 'post':
      return (
        <>
          <Form.Item name={['details', 'post']} label={t('personRecord.postLabel')}>
            <Choice<RecordPost>
              options={[
                { value: '', label: t('common.choose') },
                ...recordPosts.map((value) => ({ value, label: t(`personRecord.post.${value}`) })),
              ]}
            />
          </Form.Item>
          <div className="two-columns">
            <Form.Item name={['details', 'from']} label={t('personRecord.from')}>
              <DateInput />
            </Form.Item>
            <Form.Item name={['details', 'to']} label={t('personRecord.to')} extra={t('personRecord.toHint')}>
              <DateInput />
            </Form.Item>
          </div>
          <Hours />
        </>
      );
    case 'assessment':
      return (
        <div className="two-columns">
          <Form.Item name={['details', 'year']} label={t('personRecord.year')}>
            <Input maxLength={4} inputMode="numeric" />
          </Form.Item>
          <Form.Item
            name={['details', 'result']}
            label={t('personRecord.result')}
            extra={t('personRecord.assessmentHint')}
          >
            <Input maxLength={60} />
          </Form.Item>
        </div>
      );
    case 'insurance':
      return (
        <>
          <Form.Item name="number" label={t('personRecord.policy')} extra={t('personRecord.numberHint')}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <div className="two-columns">
            <Form.Item name={['details', 'from']} label={t('personRecord.from')}>
              <DateInput />
            </Form.Item>
            <Form.Item name={['details', 'payer']} label={t('personRecord.payerLabel')}>
              <Choice<InsurancePayer>
                options={[
                  { value: '', label: t('common.choose') },
                  ...insurancePayers.map((value) => ({ value, label: t(`personRecord.payer.${value}`) })),
                ]}
              />
            </Form.Item>
          </div>
        </>
      );
    case 'course':
      return (
        <div className="two-columns">
          <Hours />
          <Form.Item name={['details', 'result']} label={t('personRecord.result')}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
      );
  }
}

function Hours() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={['details', 'hours']}
      label={t('personRecord.hours')}
      rules={[{ pattern: /^\d+(\.\d+)?$/, message: t('personRecord.hoursInvalid') }]}
    >
      <Input maxLength={8} inputMode="decimal" />
    </Form.Item>
  );
}

/** Where it is not called an issuer. */
const issuerLabels: Partial<Record<RecordKind, 'personRecord.assessedBy' | 'personRecord.insurer'>> = {
  assessment: 'personRecord.assessedBy',
  insurance: 'personRecord.insurer',
};

function Issued({ kind }: { readonly kind: RecordKind }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="issuer" label={t(issuerLabels[kind] ?? 'personRecord.issuer')}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="issuedOn" label={t('personRecord.issuedOn')}>
          <DateInput />
        </Form.Item>
        {kind !== 'post' && (
          <Form.Item
            name="validUntil"
            label={t('personRecord.validUntil')}
            extra={t(kind === 'insurance' ? 'personRecord.insuredHint' : 'personRecord.validHint')}
          >
            <DateInput />
          </Form.Item>
        )}
      </div>
    </>
  );
}
