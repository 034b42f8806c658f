import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { IdentifierHint } from './identifier-hint.js';
import { type AddPartyProps, keepersOf, type PartyKind } from './party.model.js';
import { useCreateClub, useCreateOrganisation } from './use-party.js';
import { Input } from '../../../kit/input.js';

interface BackedForm {
  readonly name: string;
  readonly unionId: string;
  readonly uscc?: string;
}

const fields = ['name', 'unionId', 'uscc'];
interface AddBackedPartyProps extends AddPartyProps {
  readonly kind: Exclude<PartyKind, 'enterprise'>;
}

/** An organisation or a club, behind which a union stands. */
export function AddBackedParty({ kind, onAdded, onClose }: AddBackedPartyProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BackedForm>();
  const organisation = useCreateOrganisation();
  const club = useCreateClub();
  const create = kind === 'club' ? club : organisation;
  const submit = ({ name, unionId, uscc = '' }: BackedForm): void => {
    const answers = {
      onSuccess: onAdded,
      onError: (error: unknown) => showErrors(form, error, fields),
    };
    const body = { name: name.trim(), unionId };
    if (kind === 'club') club.mutate(body, answers);
    else organisation.mutate({ ...body, uscc: uscc.trim() === '' ? null : uscc.trim() }, answers);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} disabled={create.isPending} onFinish={submit}>
      <BackedFields kind={kind} />
      {create.isError && <Refusal title={t('party.addRefused')} error={create.error} fields={fields} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t(`party.add.${kind}`)}
        </Button>
        <Button onClick={onClose}>{t('party.close')}</Button>
      </div>
    </Form>
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
        <UnionPicker roles={keepersOf(kind)} none={t('party.chooseUnion')} />
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
