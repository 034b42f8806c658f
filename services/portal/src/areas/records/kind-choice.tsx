import { useTranslation } from 'react-i18next';
import { Choice } from '../../kit/choice.js';
import type { RecordKind } from './record.model.js';

interface KindChoiceProps {
  readonly kinds: readonly RecordKind[];
  readonly value: RecordKind | undefined;
  readonly onChange: (kind: RecordKind | undefined) => void;
}

/** One kind of records, or all of them. */
export function KindChoice({ kinds, value, onChange }: KindChoiceProps) {
  const { t } = useTranslation();
  return (
    <Choice<RecordKind>
      label={t('personRecord.kindLabel')}
      {...(value === undefined ? {} : { value })}
      options={[
        { value: '', label: t('personRecord.anyKind') },
        ...kinds.map((kind) => ({ value: kind, label: t(`personRecord.kind.${kind}`) })),
      ]}
      onChange={onChange}
    />
  );
}
