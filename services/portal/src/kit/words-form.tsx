import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField, useReason } from './reason-field.js';
import { Refusal } from './states.js';

interface WordsFormProps {
  readonly label: string;
  readonly required: string;
  readonly submit: string;
  readonly refused: string;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Further fields, above the words. */
  readonly children?: ReactNode;
  readonly onSubmit: (words: string) => void;
  readonly onClose: () => void;
}

/** Some words that the other side reads, and what is done by them. */
export function WordsForm(props: WordsFormProps) {
  const { t } = useTranslation();
  const { label, required, submit, refused, isPending, error, children, onSubmit, onClose } = props;
  const reason = useReason();
  return (
    <form
      className="inner-form"
      onSubmit={(event) => {
        event.preventDefault();
        reason.take(onSubmit);
      }}
    >
      {children}
      <ReasonField reason={reason} label={label} required={required} />
      {error !== null && error !== undefined && <Refusal title={refused} error={error} />}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {submit}
        </Button>
        <Button onClick={onClose}>{t('common.keepAsIs')}</Button>
      </div>
    </form>
  );
}
