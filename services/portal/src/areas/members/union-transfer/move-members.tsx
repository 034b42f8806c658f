import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { type NamedParty, PickedParty } from '../../../session/party-picker.js';

interface MoveValues {
  readonly toUnionId?: NamedParty;
  readonly reason: string;
}

interface MoveMembersProps {
  readonly union: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

/** Files that all members of a union move to another one. */
export function MoveMembers({ union, onClose }: MoveMembersProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="move-members-title">
      <h2 id="move-members-title">{t('unionTransfer.of', { name: union.name })}</h2>
      <p className="hint">{t('unionTransfer.formHint')}</p>
      <MoveForm union={union} onClose={onClose} />
    </section>
  );
}

interface MoveFormProps extends Pick<MoveMembersProps, 'union'> {
  readonly onClose?: () => void;
  /** Where the union that takes them in is known already, as in a merger, whose page goes on with it. */
  readonly into?: NamedParty;
}

export function MoveForm({ union: { id: unionId, name }, into, onClose }: MoveFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useCommand('unionTransfer', 'post', '/unions/{unionId}/membership-transfers');
  return (
    <CommandForm
      command={propose}
      input={({ toUnionId = into, reason }: MoveValues) =>
        toUnionId === undefined ? null : { unionId, body: { toUnionId: toUnionId.id, reason: reason.trim() } }
      }
      submit={t('unionTransfer.filed')}
      refused={t('unionTransfer.refused')}
      confirm={{ question: t('unionTransfer.question', { name }), text: t('unionTransfer.filed') }}
      onDone={({ id }) => into === undefined && void navigate(`/union-transfers/${id}`)}
      onCancel={onClose}
    >
      {into === undefined && (
        <Form.Item
          name="toUnionId"
          label={t('unionTransfer.to')}
          rules={[{ required: true, message: t('unionTransfer.toRequired') }]}
        >
          <PickedParty id="toUnionId" label={t('unionTransfer.to')} kinds={['union']} except={unionId} />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={t('unionTransfer.reason')}
        rules={[{ required: true, whitespace: true, message: t('unionTransfer.reasonRequired') }]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </CommandForm>
  );
}
