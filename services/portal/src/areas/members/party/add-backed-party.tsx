import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { IdentifierHint } from './identifier-hint.js';
import { type AddPartyProps, managersOf, type PartyKind } from './party.model.js';

interface BackedForm {
  readonly name: string;
  readonly unionId: string;
  readonly uscc?: string;
}

interface AddBackedPartyProps extends AddPartyProps {
  readonly kind: Exclude<PartyKind, 'enterprise'>;
}

/** An organisation or a club, which belongs to a union. */
export function AddBackedParty({ kind, onAdded, onClose }: AddBackedPartyProps) {
  const { t } = useTranslation();
  const organisation = useCommand('organisation', 'post', '/organisations');
  const club = useCommand('club', 'post', '/clubs');
  const form = {
    submit: t(`party.add.${kind}`),
    refused: t('party.addRefused'),
    onDone: onAdded,
    onCancel: onClose,
    cancel: t('party.close'),
    children: <BackedFields kind={kind} />,
  };
  return kind === 'club' ? (
    <CommandForm
      {...form}
      command={club}
      input={({ name, unionId }: BackedForm) => ({ body: { name: name.trim(), unionId } })}
    />
  ) : (
    <CommandForm
      {...form}
      command={organisation}
      input={({ name, unionId, uscc }: BackedForm) => ({
        body: { name: name.trim(), unionId, uscc: uscc?.trim() || null },
      })}
    />
  );
}

function BackedFields({ kind }: Pick<AddBackedPartyProps, 'kind'>) {
  const { t } = useTranslation();
  const uscc = Form.useWatch('uscc', Form.useFormInstance<BackedForm>()) as string | undefined;
  return (
    <>
      <Form.Item
        name="name"
        label={t('party.name')}
        rules={[{ required: true, whitespace: true, message: t('party.nameRequired') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="unionId"
        label={t('party.backing')}
        rules={[{ required: true, message: t('party.unionRequired') }]}
      >
        <UnionPicker roles={managersOf(kind)} none={t('party.chooseUnion')} />
      </Form.Item>
      {kind === 'organisation' && (
        <Form.Item
          name="uscc"
          label={t('party.uscc')}
          extra={<IdentifierHint kind="uscc" value={uscc ?? ''} otherwise={t('party.usccOptional')} />}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}
