import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';
import { UnionMovePreview } from '../union-move/union-move-preview.js';
import type { Union } from './union-form.model.js';

interface MoveUnionProps {
  readonly union: Union;
  readonly onClose: () => void;
}

/** Proposes another union above a union. */
export function MoveUnion({ union: { id: unionId, name, version }, onClose }: MoveUnionProps) {
  const { t } = useTranslation();
  const change = useCommand('union', 'patch', '/unions/{unionId}', { onStale: 'refuse' });
  return (
    <section className="card" aria-labelledby="move-union-title">
      <h2 id="move-union-title">{t('union.moveUnion')}</h2>
      <p className="hint">{t('union.moveHint')}</p>
      <CommandForm
        command={change}
        input={({ parentId }: { readonly parentId: NamedParty }) => ({
          unionId,
          version,
          body: { parentId: parentId.id },
        })}
        submit={t('union.proposeMove')}
        refused={t('union.moveRefused')}
        confirm={{ question: t('union.moveQuestion', { name }), text: t('union.proposeMove') }}
        onDone={onClose}
        onCancel={onClose}
      >
        <Form.Item
          name="parentId"
          label={t('union.newAbove')}
          rules={[{ required: true, message: t('union.newAboveRequired') }]}
        >
          <PickedParty id="parentId" label={t('union.newAbove')} kinds={['union']} except={unionId} />
        </Form.Item>
        <ChosenPreview unionId={unionId} />
      </CommandForm>
    </section>
  );
}

/** As soon as a union is chosen: what the move would change. */
function ChosenPreview({ unionId }: { readonly unionId: string }) {
  const chosen = Form.useWatch<NamedParty | undefined>('parentId');
  return chosen === undefined ? null : <UnionMovePreview unionId={unionId} parentId={chosen.id} />;
}
