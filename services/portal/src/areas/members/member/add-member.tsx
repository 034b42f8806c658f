import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { DateInput } from '../../../kit/date-input.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { IdentifierHint } from '../party/identifier-hint.js';
import { EmploymentField } from './employment-field.js';
import type { EmploymentKind, Member } from './member.model.js';
import { Input } from '../../../kit/input.js';

interface MemberForm {
  readonly unionId: string;
  readonly name: string;
  readonly residentNumber: string;
  readonly phone?: string;
  readonly validFrom?: string;
  readonly employmentKind?: EmploymentKind;
}

interface AddMemberProps {
  readonly onAdded: (member: Member) => void;
  readonly onClose: () => void;
}

/** No draft is kept: a resident number must not be stored in the browser. */
export function AddMember({ onAdded, onClose }: AddMemberProps) {
  const { t } = useTranslation();
  const create = useCommand('member', 'post', '/members');
  return (
    <section className="card" aria-labelledby="add-member-title">
      <h2 id="add-member-title">{t('member.add')}</h2>
      <p className="hint">{t('member.addHint')}</p>
      <CommandForm
        command={create}
        input={(values: MemberForm) => ({ body: memberOf(values) })}
        submit={t('member.add')}
        refused={t('member.addRefused')}
        onDone={onAdded}
        onCancel={onClose}
        cancel={t('member.close')}
      >
        <Form.Item
          name="unionId"
          label={t('member.union')}
          rules={[{ required: true, message: t('member.unionRequired') }]}
        >
          <UnionPicker roles={['officer']} none={t('member.chooseUnion')} />
        </Form.Item>
        <PersonFields />
      </CommandForm>
    </section>
  );
}

function memberOf({ phone = '', validFrom = '', ...typed }: MemberForm) {
  return {
    unionId: typed.unionId,
    name: typed.name.trim(),
    residentNumber: typed.residentNumber.trim(),
    phone: phone.trim() || null,
    validFrom: validFrom || null,
    employmentKind: typed.employmentKind ?? null,
  };
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
