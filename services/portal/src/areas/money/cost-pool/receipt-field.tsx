import { useTranslation } from 'react-i18next';
import { FileField } from '../../../kit/file-field.js';
import type { FileFieldProps } from '../../../kit/use-upload.js';
import { receiptKind } from '../../../kit/receipt.model.js';

export function ReceiptField(field: FileFieldProps) {
  const { t } = useTranslation();
  return <FileField {...field} kind={receiptKind} wrongType={t('money.costPool.addItem.receiptType')} />;
}
