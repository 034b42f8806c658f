import { Checkbox, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { type EligibilityForm, employmentKinds, nearnesses } from './eligibility-form.model.js';
import { NamedField, type NamedFieldProps } from '../../../session/named-field.js';
import { UnionsField } from './unions-field.js';

const clubsMax = 20;
const groupsMax = 20;
const kilometresMax = 500;
type Nearness = (typeof nearnesses)[number];

interface BelongingFieldsProps {
  /** The union whose groups are offered first. */
  readonly unionId: string;
}

/** The unions, groups and clubs that a member has to be in. */
export function BelongingFields({ unionId }: BelongingFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="unionIds" label={t('eligibility.unions')}>
        <UnionsField />
      </Form.Item>
      <Form.Item name="groupIds" label={t('belonging.groups')} extra={t('belonging.groupsHint')}>
        <GroupsField unionId={unionId} />
      </Form.Item>
      <Form.Item name="clubIds" label={t('belonging.clubs')}>
        <ClubsField />
      </Form.Item>
    </>
  );
}

/** The terms of a member's employment. */
export function EmploymentField() {
  const { t } = useTranslation();
  return (
    <Form.Item name="employmentKinds" label={t('belonging.employment')} extra={t('belonging.employmentHint')}>
      <Checkbox.Group
        options={employmentKinds.map((value) => ({ value, label: t(`employmentIs.${value}`) }))}
      />
    </Form.Item>
  );
}

/** Where a member's union lies. */
export function NeighboursFields() {
  const { t } = useTranslation();
  const nearness = Form.useWatch('nearness', Form.useFormInstance<EligibilityForm>()) as Nearness | undefined;
  return (
    <>
      <Form.Item name="nearness" label={t('belonging.nearness')} extra={t('belonging.nearnessHint')}>
        <Choice<Nearness>
          options={[
            { value: '', label: t('belonging.anywhere') },
            ...nearnesses.map((value) => ({ value, label: t(`belonging.nearnessIs.${value}`) })),
          ]}
        />
      </Form.Item>
      {nearness === 'withinKm' && (
        <Form.Item
          name={['neighbours', 'withinKm']}
          label={t('belonging.withinKm')}
          rules={[wholeNumberRule(1, kilometresMax, t('eligibility.figureFormat', { max: kilometresMax }))]}
        >
          <Input inputMode="numeric" maxLength={3} />
        </Form.Item>
      )}
    </>
  );
}

function ClubsField(props: NamedFieldProps) {
  const { t } = useTranslation();
  return <NamedField {...props} kind="club" max={clubsMax} label={t('belonging.addClub')} />;
}

function GroupsField(props: NamedFieldProps & BelongingFieldsProps) {
  const { t } = useTranslation();
  return <NamedField {...props} kind="group" max={groupsMax} label={t('belonging.addGroup')} />;
}
