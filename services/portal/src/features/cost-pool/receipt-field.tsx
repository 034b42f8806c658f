import { useTranslation } from 'react-i18next';
import { FileField } from '../../shell/file-field.js';
import type { FileFieldProps } from '../../shell/use-upload.js';
import { receiptKind } from './receipt.model.js';

export function ReceiptField(field: FileFieldProps) {
  const { t } = useTranslation();
  return <FileField {...field} kind={receiptKind} wrongType={t('money.costPool.addItem.receiptType')} />;
}
