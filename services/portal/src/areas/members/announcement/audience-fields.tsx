import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { Input } from '../../../kit/input.js';
import { wholeNumberRule } from '../../../kit/whole-number.js';
import { PickedGroup } from '../../../session/group-picker.js';
import { PickedParty } from '../../../session/party-picker.js';
import { ActivityField } from './activity-field.js';
import { daysMax, isOfUnion } from './announcement-values.js';
import { audienceKinds, type AudienceKind } from './announcement.model.js';

const idField = ['audience', 'id'];

interface AudienceFieldsProps {
  readonly kind: AudienceKind;
  /** The union that writes, whose groups are offered first. */
  readonly unionId: string | undefined;
}

/** To whom it goes: all of a union, or a part of its people. */
export function AudienceFields({ kind, unionId }: AudienceFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={['audience', 'kind']} label={t('announcement.toWhom')}>
        <Choice<AudienceKind>
          options={audienceKinds.map((value) => ({ value, label: t(`announcement.audience.${value}`) }))}
        />
      </Form.Item>
      {/* A field of its own for each kind: what was picked for one is none of another. */}
      <Subject key={isOfUnion(kind) ? 'union' : kind} kind={kind} unionId={unionId} />
      {kind === 'notReached' && (
        <Form.Item
          name={['audience', 'days']}
          label={t('announcement.days')}
          rules={[wholeNumberRule(1, daysMax, t('announcement.daysRequired', { max: daysMax }))]}
        >
          <Input inputMode="numeric" maxLength={4} />
        </Form.Item>
      )}
    </>
  );
}

function Subject({ kind, unionId }: AudienceFieldsProps) {
  const { t } = useTranslation();
  if (isOfUnion(kind))
    return (
      <Form.Item name={idField} label={t('announcement.whichUnion')} extra={t('announcement.ownUnion')}>
        <PickedParty label={t('announcement.whichUnion')} kinds={['union']} />
      </Form.Item>
    );
  const rules = [{ required: true, message: t('announcement.pickRequired') }];
  if (kind === 'club')
    return (
      <Form.Item name={idField} label={t('announcement.whichClub')} rules={rules}>
        <PickedParty label={t('announcement.whichClub')} kinds={['club']} />
      </Form.Item>
    );
  if (kind === 'group')
    return (
      <Form.Item name={idField} label={t('announcement.whichGroup')} rules={rules}>
        <PickedGroup
          key={unionId}
          label={t('announcement.whichGroup')}
          {...(unionId === undefined ? {} : { unionId })}
        />
      </Form.Item>
    );
  return (
    <Form.Item name={idField} label={t('announcement.whichActivity')} rules={rules}>
      <ActivityField label={t('announcement.whichActivity')} withClosed />
    </Form.Item>
  );
}
