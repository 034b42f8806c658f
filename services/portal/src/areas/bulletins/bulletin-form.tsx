import './bulletin.css';
import { Alert, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../api/classification.js';
import type { Command } from '../../api/use-command.js';
import { Choice } from '../../kit/choice.js';
import { CommandForm } from '../../kit/command-form.js';
import { Input, TextArea } from '../../kit/input.js';
import { MarkedTextArea } from '../../kit/marked-text-area.js';
import { lazyPart } from '../../kit/lazy-part.js';
import { UnionPicker } from '../../session/union-picker.js';
import { fileLists, pictureAddress } from './file/file.model.js';
import type { BulletinValues } from './bulletin-values.js';
import {
  type Bulletin,
  type BulletinKind,
  bulletinKinds,
  noteMax,
  textMax,
  titleMax,
} from './bulletin.model.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../kit/markdown-text.js'));
const CitedField = lazyPart('CitedField', () => import('./cited-bulletin.js'), { rows: 1 });
const AudienceFields = lazyPart('AudienceFields', () => import('./audience-fields.js'), { rows: 2 });
const CommentingField = lazyPart('CommentingField', () => import('./commenting-fold.js'), { rows: 2 });
const FileFields = lazyPart('FileFields', () => import('./file/file-fields.js'), {
  rows: 2,
  texts: ['bulletinFile', 'attachment'],
});

interface BulletinFormProps<Sent> {
  readonly command: Command<Sent, Bulletin>;
  readonly input: (values: BulletinValues) => Sent | null;
  readonly initial: BulletinValues;
  /** A new one also says which union publishes it; of what is published only the words and its end are corrected. */
  readonly mode: 'new' | 'change' | 'correct';
  /** Of one that is there: whose its files are, and which one shows them. */
  readonly files?: { readonly unionId: string; readonly bulletinId: string };
  readonly submit: string;
  readonly onDone: (bulletin: Bulletin) => void;
}

/** What a bulletin says, whom it is for and when it is shown. */
export function BulletinForm<Sent>({
  command,
  input,
  initial,
  mode,
  files,
  submit,
  onDone,
}: BulletinFormProps<Sent>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BulletinValues>();
  const text = Form.useWatch('text', form) ?? '';
  const chosenUnionId = Form.useWatch('unionId', form);
  const [isCleared, setIsCleared] = useState(false);
  // Files belong to the union for which they were added.
  const followUnion = ({ pictures, attachments }: BulletinValues, changed: Partial<BulletinValues>): void => {
    if (!('unionId' in changed)) return;
    const had = [...pictures, ...attachments].length > 0;
    setIsCleared(had);
    if (had) for (const list of fileLists) form.setFieldValue(list, []);
  };
  return (
    <CommandForm
      form={form}
      name="bulletin"
      command={command}
      input={(typed: BulletinValues) => input({ ...initial, ...typed })}
      submit={submit}
      refused={t('bulletin.notSaved')}
      onDone={onDone}
      onChange={followUnion}
      initialValues={initial}
      className="card"
    >
      {mode === 'new' && (
        <Form.Item
          name="unionId"
          label={t('bulletin.union')}
          rules={[{ required: true, message: t('bulletin.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('bulletin.chooseUnion')} />
        </Form.Item>
      )}
      <Words />
      {text.trim() !== '' && (
        <details>
          <summary>{t('bulletin.preview')}</summary>
          <MarkdownText text={text} />
        </details>
      )}
      {isCleared && (
        <Alert type="warning" showIcon role="alert" className="notice" title={t('bulletinFile.cleared')} />
      )}
      {fileLists.map((list) => (
        <FileFields
          key={list}
          list={list}
          unionId={files?.unionId ?? chosenUnionId}
          pictureOf={
            files && ((fileId) => pictureAddress(files.bulletinId, fileId, { width: '320', isPublic: false }))
          }
        />
      ))}
      {mode === 'correct' ? (
        <Correction />
      ) : (
        <>
          {initial.citesId != null && (
            <Form.Item name="citesId">
              <CitedField />
            </Form.Item>
          )}
          <Delivery unionId={files?.unionId ?? chosenUnionId} />
        </>
      )}
    </CommandForm>
  );
}

function Words() {
  const { t } = useTranslation();
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      <Form.Item name="title" label={t('bulletin.headline')} rules={needed(t('bulletin.headlineRequired'))}>
        <Input maxLength={titleMax} />
      </Form.Item>
      <Form.Item name="kind" label={t('bulletin.kindLabel')}>
        <Choice<BulletinKind>
          options={bulletinKinds.map((value) => ({ value, label: t(`bulletin.kind.${value}`) }))}
        />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="business" label={t('bulletin.businessOptional')}>
          <Choice<UnionBusiness>
            options={[
              { value: '', label: t('bulletin.notSaid') },
              ...unionBusinesses.map((value) => ({ value, label: t(`bulletin.business.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="function" label={t('bulletin.functionOptional')}>
          <Choice<ResourceFunction>
            options={[
              { value: '', label: t('bulletin.notSaid') },
              ...resourceFunctions.map((value) => ({ value, label: t(`bulletin.function.${value}`) })),
            ]}
          />
        </Form.Item>
      </div>
      <Form.Item name="text" label={t('bulletin.text')} rules={needed(t('bulletin.textRequired'))}>
        <MarkedTextArea rows={10} maxLength={textMax} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name={['source', 'name']} label={t('bulletin.sourceName')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['source', 'link']} label={t('bulletin.sourceLink')}>
          <Input maxLength={500} inputMode="url" />
        </Form.Item>
      </div>
    </>
  );
}

function Delivery({ unionId }: { readonly unionId: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <AudienceFields unionId={unionId} />
      <Form.Item name="mustRead" valuePropName="checked">
        <Checkbox>{t('bulletin.mustRead')}</Checkbox>
      </Form.Item>
      <Pinned />
      <CommentingField />
      <div className="two-columns">
        <Form.Item name="from" label={t('bulletin.from')} extra={t('common.dateTimeHint')}>
          <Input type="datetime-local" />
        </Form.Item>
        <Until />
      </div>
    </>
  );
}

function Correction() {
  const { t } = useTranslation();
  return (
    <>
      <Pinned />
      <Until />
      <Form.Item
        name="note"
        label={t('bulletin.note')}
        rules={[{ required: true, whitespace: true, message: t('bulletin.noteRequired') }]}
      >
        <TextArea rows={2} maxLength={noteMax} />
      </Form.Item>
    </>
  );
}

function Pinned() {
  const { t } = useTranslation();
  return (
    <Form.Item name="pinned" valuePropName="checked">
      <Checkbox>{t('bulletin.pinned')}</Checkbox>
    </Form.Item>
  );
}

function Until() {
  const { t } = useTranslation();
  return (
    <Form.Item name="until" label={t('bulletin.until')} extra={t('common.dateTimeHint')}>
      <Input type="datetime-local" />
    </Form.Item>
  );
}
