import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';

export interface AssignButtonProps {
  readonly reference: string;
  readonly isPending: boolean;
  readonly onAssign: (reference: string) => void;
  readonly label?: string;
  readonly children: string;
}

export function AssignButton({ reference, isPending, onAssign, label, children }: AssignButtonProps) {
  const { t } = useTranslation();
  return (
    <ConfirmButton
      loading={isPending}
      {...(label === undefined ? {} : { 'aria-label': label })}
      question={t('settling.dues.assignQuestion', { reference })}
      confirmText={t('settling.dues.assign')}
      onConfirm={() => onAssign(reference)}
    >
      {children}
    </ConfirmButton>
  );
}
