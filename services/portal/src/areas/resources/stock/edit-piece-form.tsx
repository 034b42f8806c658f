import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { showErrors } from '../../../kit/form-errors.js';
import { Input, TextArea } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { type Piece, pieceConditions, useEditPiece } from './use-stock.js';

interface Values {
  readonly condition: Piece['condition'];
  readonly note?: string;
  readonly serial?: string;
  readonly place?: string;
}

const fields = ['condition', 'note', 'serial', 'place'];

export function EditPieceForm({ piece, onDone }: { readonly piece: Piece; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const edit = useEditPiece(piece);
  const submit = ({ condition, note, serial, place }: Values): void =>
    edit.mutate(
      { condition, note: textOf(note), serial: textOf(serial), place: textOf(place) },
      { onSuccess: onDone, onError: (error) => showErrors(form, error, fields) },
    );
  const { condition, note, serial, place } = piece;
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      className="inner-form"
      disabled={edit.isPending}
      initialValues={{ condition, note: note ?? '', serial: serial ?? '', place: place ?? '' }}
      onFinish={submit}
    >
      <Form.Item name="condition" label={t('stock.piece.condition')}>
        <Choice<Piece['condition']>
          options={pieceConditions.map((value) => ({ value, label: t(`stock.piece.conditions.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('stock.piece.note')}>
        <TextArea rows={2} maxLength={500} />
      </Form.Item>
      <div className="two-columns">
        <Form.Item name="serial" label={t('stock.piece.serial')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="place" label={t('stock.piece.place')}>
          <Input maxLength={100} />
        </Form.Item>
      </div>
      {edit.isError && <Refusal title={t('resource.notSaved')} error={edit.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={edit.isPending}>
          {t('stock.piece.save')}
        </Button>
        <Button onClick={onDone}>{t('common.keepAsIs')}</Button>
      </div>
    </Form>
  );
}

function textOf(text: string | undefined): string | null {
  const said = (text ?? '').trim();
  return said === '' ? null : said;
}
