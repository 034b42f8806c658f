import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { showErrors } from '../../../kit/form-errors.js';
import { Refusal } from '../../../kit/states.js';
import { DateInput } from '../../../kit/date-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { IdentifierHint } from '../party/identifier-hint.js';
import { EmploymentField } from './employment-form.js';
import type { EmploymentKind, Member } from './member.model.js';
import { useCreateMember } from './use-member.js';
import { Input } from '../../../kit/input.js';

interface MemberForm {
  readonly unionId: string;
  readonly name: string;
  readonly residentNumber: string;
  readonly phone?: string;
  readonly validFrom?: string;
  readonly employmentKind?: EmploymentKind;
}

const fields = ['unionId', 'name', 'residentNumber', 'phone', 'validFrom', 'employmentKind'];

interface AddMemberProps {
  readonly onAdded: (member: Member) => void;
  readonly onClose: () => void;
}

/** No draft is kept: a resident number has no place in the browser's storage. */
export function AddMember({ onAdded, onClose }: AddMemberProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<MemberForm>();
  const create = useCreateMember();
  const submit = ({ phone = '', validFrom = '', ...values }: MemberForm): void =>
    create.mutate(
      {
        unionId: values.unionId,
        name: values.name.trim(),
        residentNumber: values.residentNumber.trim(),
        employmentKind: values.employmentKind ?? null,
        phone: phone.trim() === '' ? null : phone.trim(),
        validFrom: validFrom === '' ? null : validFrom,
      },
      { onSuccess: onAdded, onError: (error) => showErrors(form, error, fields) },
    );
  return (
    <section className="card" aria-labelledby="add-member-title">
      <h2 id="add-member-title">{t('member.add')}</h2>
      <p className="hint">{t('member.addHint')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={create.isPending}
        onFinish={submit}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <Form.Item
          name="unionId"
          label={t('member.union')}
          rules={[{ required: true, message: t('member.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('member.chooseUnion')} />
        </Form.Item>
        <PersonFields />
        {create.isError && <Refusal title={t('member.addRefused')} error={create.error} fields={fields} />}
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('member.add')}
          </Button>
          <Button onClick={onClose}>{t('member.close')}</Button>
        </div>
      </Form>
    </section>
  );
}

function PersonFields() {
  const { t } = useTranslation();
  const number = Form.useWatch('residentNumber', Form.useFormInstance<MemberForm>()) as string | undefined;
  return (
    <div className="two-columns">
      <Form.Item
        name="name"
        label={t('member.name')}
        rules={[{ required: true, whitespace: true, message: t('member.nameRequired') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="residentNumber"
        label={t('member.residentNumber')}
        extra={<IdentifierHint kind="residentId" value={number ?? ''} />}
        rules={[{ required: true, whitespace: true, message: t('member.residentNumberRequired') }]}
      >
        <Input maxLength={40} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="phone" label={t('member.phoneOptional')}>
        <Input type="tel" maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="validFrom" label={t('member.validFrom')} extra={t('member.validFromHint')}>
        <DateInput />
      </Form.Item>
      <EmploymentField />
    </div>
  );
}
