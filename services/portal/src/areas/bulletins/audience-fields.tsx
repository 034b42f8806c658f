import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/use-read.js';
import { Choice } from '../../kit/choice.js';
import { Refusal } from '../../kit/states.js';
import {
  type BulletinAudience,
  bulletinAudiences,
  neighbourKms,
  type SizeClass,
  sizeClasses,
} from './bulletin.model.js';

interface AudienceFieldsProps {
  /** The union that publishes it, once it is known. */
  readonly unionId: string | undefined;
}

/** Whom it is for, and how many that are now. */
export function AudienceFields({ unionId }: AudienceFieldsProps) {
  const { t } = useTranslation();
  const audience = Form.useWatch<BulletinAudience>('audience');
  return (
    <>
      <Form.Item name="audience" label={t('bulletin.audienceLabel')}>
        <Choice<BulletinAudience>
          options={bulletinAudiences.map((value) => ({
            value,
            label: t(`bulletin.audienceOption.${value}`),
          }))}
        />
      </Form.Item>
      {audience === 'sizeClass' && (
        <Form.Item name="sizeClass" label={t('bulletin.sizeClassLabel')}>
          <Choice<SizeClass>
            options={sizeClasses.map((value) => ({ value, label: t(`bulletin.sizeClass.${value}`) }))}
          />
        </Form.Item>
      )}
      {audience === 'neighbours' && (
        <Form.Item
          name="neighbourKm"
          label={t('bulletin.neighbourKmLabel')}
          extra={t('bulletin.neighbourHint')}
        >
          <Choice<string>
            options={neighbourKms.map((km) => ({
              value: km,
              label: t('bulletin.km', { count: Number(km) }),
            }))}
          />
        </Form.Item>
      )}
      {unionId !== undefined && audience !== undefined && <Reach unionId={unionId} audience={audience} />}
    </>
  );
}

/** How many members it would reach if it were published now. */
function Reach({ unionId, audience }: { readonly unionId: string; readonly audience: BulletinAudience }) {
  const { t } = useTranslation();
  const sizeClass = Form.useWatch<SizeClass | undefined>('sizeClass');
  const neighbourKm = Form.useWatch<string | undefined>('neighbourKm');
  const isSaid =
    (audience !== 'sizeClass' || sizeClass !== undefined) &&
    (audience !== 'neighbours' || neighbourKm !== undefined);
  const { data, error } = useRead(
    'bulletin',
    '/unions/{unionId}/bulletin-audience',
    isSaid
      ? {
          unionId,
          audience,
          ...(audience === 'sizeClass' && sizeClass !== undefined ? { sizeClass } : {}),
          ...(audience === 'neighbours' ? { neighbourKm: Number(neighbourKm) } : {}),
        }
      : undefined,
  );
  if (error !== null) return <Refusal title={t('bulletin.notCounted')} error={error} />;
  return (
    <p className="hint" role="status">
      {data !== undefined && t('bulletin.reaches', { members: data.members, unions: data.unions })}
    </p>
  );
}
