import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from '../resource/resource-filters.js';
import { useAddPieces } from './use-stock.js';

interface Values {
  readonly count: string;
  readonly prefix: string;
  readonly serials?: string;
  readonly place?: string;
}

const atOnceMax = 200;
const fields = ['count', 'prefix', 'serials', 'place'];

export function AddPiecesForm({
  resource,
  onDone,
}: {
  readonly resource: Resource;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const add = useAddPieces(resource.id);
  const submit = ({ count, prefix, serials, place }: Values): void => {
    const lines = linesOf(serials);
    add.mutate(
      {
        count: wholeNumberOf(count, 1, atOnceMax) ?? 1,
        prefix: prefix.trim(),
        ...(lines.length === 0 ? {} : { serials: lines }),
        ...(place?.trim() ? { place: place.trim() } : {}),
      },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="card piece-form"
      disabled={add.isPending}
      initialValues={{ count: '1', prefix: resource.title.slice(0, 20) }}
      onFinish={submit}
    >
      <PieceFields />
      {add.isError && <Refusal title={t('stock.piece.refused')} error={add.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('stock.piece.submit')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function PieceFields() {
  const { t } = useTranslation();
  return (
    <>
      <div className="two-columns">
        <Form.Item
          name="count"
          label={t('stock.piece.count')}
          rules={[wholeNumberRule(1, atOnceMax, t('stock.piece.countRule'))]}
        >
          <Input inputMode="numeric" maxLength={3} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="prefix"
          label={t('stock.piece.prefix')}
          extra={t('stock.piece.prefixHint')}
          rules={[{ required: true, whitespace: true, message: t('stock.piece.prefixRequired') }]}
        >
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="serials" label={t('stock.piece.serials')} extra={t('stock.piece.serialsHint')}>
        <TextArea rows={3} />
      </Form.Item>
      <Form.Item name="place" label={t('stock.piece.place')}>
        <Input maxLength={100} />
      </Form.Item>
    </>
  );
}

/** What was typed line by line, without the empty ones. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\n,;，；、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
