import { useTranslation } from 'react-i18next';
import { Choice } from '../../kit/choice.js';
import { type BulletinKind, bulletinKinds } from './bulletin.model.js';

interface KindChoiceProps {
  readonly value: BulletinKind | undefined;
  readonly onChange: (kind: BulletinKind | undefined) => void;
}

/** One kind, or all of them. */
export function KindChoice({ value, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice<BulletinKind>
      label={t('bulletin.kindLabel')}
      {...(value === undefined ? {} : { value })}
      options={[
        { value: '', label: t('bulletin.anyKind') },
        ...bulletinKinds.map((kind) => ({ value: kind, label: t(`bulletin.kind.${kind}`) })),
      ]}
      onChange={onChange}
    />
  );
}
