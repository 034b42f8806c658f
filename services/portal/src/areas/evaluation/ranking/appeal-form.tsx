import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { FileField } from '../../../kit/file-field.js';
import { Input, TextArea } from '../../../kit/input.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { receiptKind } from '../../../kit/receipt.model.js';
import type { Ranking } from './ranking.model.js';

interface Values {
  readonly q?: string;
  readonly subjectId?: string;
  readonly text?: string;
  readonly file?: UploadedFile;
}

/** Why a place is wrong, or why something should not have been left out. */
export function AppealForm({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const appeal = useCommand('ranking', 'post', '/rankings/{rankingId}/appeals');
  const required = [{ required: true, whitespace: true, message: t('rankingLife.required') }];
  return (
    <CommandForm
      command={appeal}
      input={({ subjectId = '', text = '', file }: Values) => ({
        rankingId: ranking.id,
        body: {
          subjectId,
          text: text.trim(),
          ...(file !== undefined && {
            attachment: { fileKey: file.key, sha256: file.sha256, name: file.name },
          }),
        },
      })}
      submit={t('rankingLife.sendAppeal')}
      done={null}
      refused={t('rankingLife.refused')}
      onDone={() => form.resetFields()}
      form={form}
      name="appeal"
    >
      <Form.Item name="q" label={t('rankingLife.search')}>
        <Input allowClear maxLength={200} />
      </Form.Item>
      <Form.Item noStyle dependencies={['q']}>
        {() => <About ranking={ranking} q={String(form.getFieldValue('q') ?? '')} rules={required} />}
      </Form.Item>
      <Form.Item name="text" label={t('rankingLife.appealText')} rules={required}>
        <TextArea rows={3} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="file" label={t('rankingLife.attachment')} extra={t('rankingLife.attachmentHint')}>
        <FileField kind={receiptKind} wrongType={t('rankingLife.attachmentType')} />
      </Form.Item>
      {appeal.isSuccess && <p role="status">{t('rankingLife.appealed')}</p>}
    </CommandForm>
  );
}

interface AboutProps {
  readonly ranking: Ranking;
  readonly q: string;
  readonly rules: { readonly required: boolean; readonly message: string }[];
}

/** What it is about: a place that the search finds, or something that was left out. */
function About({ ranking, q, rules }: AboutProps) {
  const { t } = useTranslation();
  const searched = useDebounced(q.trim());
  const rankingId = ranking.id;
  const { items: entries = [] } = useList('ranking', '/rankings/{rankingId}/entries', {
    rankingId,
    ...(searched !== '' && { q: searched }),
  });
  const { items: leftOut = [] } = useList('ranking', '/rankings/{rankingId}/left-out', { rankingId });
  const options = [
    ...entries.map(({ subjectId, subjectName, rank }) => ({
      value: subjectId,
      label: t('rankingLife.placeOf', { name: subjectName, place: rank }),
    })),
    ...leftOut
      .filter(({ subjectName }) => subjectName.includes(searched))
      .map(({ subjectId, subjectName }) => ({
        value: subjectId,
        label: t('rankingLife.leftOutName', { name: subjectName }),
      })),
  ];
  return (
    <Form.Item name="subjectId" label={t('rankingLife.about')} rules={rules}>
      <Choice<string> options={[{ value: '', label: t('common.choose') }, ...options]} />
    </Form.Item>
  );
}
