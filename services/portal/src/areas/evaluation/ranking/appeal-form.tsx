import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { FileField } from '../../../kit/file-field.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { useDebounced } from '../../../kit/use-debounced.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { receiptKind } from '../../../kit/receipt.model.js';
import { type Ranking, useAppeal, useEntries, useLeftOut } from './use-rankings.js';

interface Values {
  readonly q?: string;
  readonly subjectId?: string;
  readonly text?: string;
  readonly file?: UploadedFile;
}

const fields = ['subjectId', 'text'];

/** Why a place is wrong, or why something should not have been left out. */
export function AppealForm({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const appeal = useAppeal(ranking.id);
  const required = [{ required: true, whitespace: true, message: t('rankingLife.required') }];
  return (
    <Form
      form={form}
      name="appeal"
      layout="vertical"
      requiredMark={false}
      disabled={appeal.isPending}
      onFinish={({ subjectId = '', text = '', file }) =>
        appeal.mutate(
          {
            subjectId,
            text: text.trim(),
            ...(file !== undefined && {
              attachment: { fileKey: file.key, sha256: file.sha256, name: file.name },
            }),
          },
          { onSuccess: () => form.resetFields(), onError: (error) => showErrors(form, error, fields) },
        )
      }
    >
      <h3>{t('rankingLife.appeal')}</h3>
      <p className="hint">{t('rankingLife.appealHint')}</p>
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
      {appeal.isError && <Refusal title={t('rankingLife.refused')} error={appeal.error} fields={fields} />}
      {appeal.isSuccess && <p role="status">{t('rankingLife.appealed')}</p>}
      <Button htmlType="submit" loading={appeal.isPending}>
        {t('rankingLife.sendAppeal')}
      </Button>
    </Form>
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
  const { items: entries = [] } = useEntries(ranking.id, searched === '' ? {} : { q: searched });
  const { items: leftOut = [] } = useLeftOut(ranking.id);
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
