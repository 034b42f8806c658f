import { useTranslation } from 'react-i18next';
import { FileField } from '../../../kit/file-field.js';
import type { FileFieldProps } from '../../../kit/use-upload.js';
import { paperKind } from './paper-kind.js';

/** Takes one paper. */
export function PaperField(props: FileFieldProps) {
  const { t } = useTranslation();
  return <FileField {...props} kind={paperKind} wrongType={t('matter.paperWrongType')} />;
}
