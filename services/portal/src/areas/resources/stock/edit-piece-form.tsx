import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input, TextArea } from '../../../kit/input.js';
import { type Piece, pieceConditions } from './piece.model.js';

interface Values {
  readonly condition: Piece['condition'];
  readonly note?: string;
  readonly serial?: string;
  readonly place?: string;
}

export function EditPieceForm({ piece, onDone }: { readonly piece: Piece; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const edit = useCommand('piece', 'patch', '/resources/{resourceId}/pieces/{pieceId}', {
    onStale: 'refuse',
  });
  const { resourceId, id: pieceId, version, condition, note, serial, place } = piece;
  return (
    <CommandForm
      command={edit}
      input={(values: Values) => ({
        resourceId,
        pieceId,
        version,
        body: {
          condition: values.condition,
          note: textOf(values.note),
          serial: textOf(values.serial),
          place: textOf(values.place),
        },
      })}
      submit={t('stock.piece.save')}
      refused={t('resource.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ condition, note: note ?? '', serial: serial ?? '', place: place ?? '' }}
      className="inner-form"
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
    </CommandForm>
  );
}

function textOf(text: string | undefined): string | null {
  const said = (text ?? '').trim();
  return said === '' ? null : said;
}
