import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Resource } from '../resource/resource-filters.js';

interface Values {
  readonly count: string;
  readonly prefix: string;
  readonly serials?: string;
  readonly place?: string;
}

const atOnceMax = 200;

interface AddPiecesFormProps {
  readonly resource: Resource;
  readonly onDone: () => void;
}

export function AddPiecesForm({ resource, onDone }: AddPiecesFormProps) {
  const { t } = useTranslation();
  const add = useCommand('piece', 'post', '/resources/{resourceId}/pieces');
  return (
    <CommandForm
      command={add}
      input={({ count, prefix, serials, place }: Values) => {
        const lines = linesOf(serials);
        const body = {
          count: wholeNumberOf(count, 1, atOnceMax) ?? 1,
          prefix: prefix.trim(),
          ...(lines.length === 0 ? {} : { serials: lines }),
          ...(place?.trim() ? { place: place.trim() } : {}),
        };
        return { resourceId: resource.id, body };
      }}
      submit={t('stock.piece.submit')}
      refused={t('stock.piece.refused')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ count: '1', prefix: resource.title.slice(0, 20) }}
      className="card piece-form"
    >
      <PieceFields />
    </CommandForm>
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

/** The lines of a text, without the empty ones. */
export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[\n,;，；、]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
