import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../../kit/states.js';
import type { useRequestCode } from './use-entry-code.js';

interface CodeChoiceProps {
  readonly request: ReturnType<typeof useRequestCode>;
  /** The fields of the form that the first button submits. */
  readonly fields: readonly string[];
  readonly onPrinted: () => void;
}

/** The end of the first step: the platform sends a code, or the person types the one that the union has printed. */
export function CodeChoice({ request, fields, onPrinted }: CodeChoiceProps) {
  const { t } = useTranslation();
  return (
    <>
      {request.isError && <Refusal title={t('entry.notSent')} error={request.error} fields={fields} />}
      <Button type="primary" htmlType="submit" block loading={request.isPending}>
        {t('entry.send')}
      </Button>
      <Button block className="back" onClick={onPrinted}>
        {t('entry.havePrinted')}
      </Button>
    </>
  );
}
