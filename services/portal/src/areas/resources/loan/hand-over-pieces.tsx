import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { TextArea } from '../../../kit/input.js';
import { linesOf } from '../stock/add-pieces-form.js';
import type { Loan } from './loan.js';

/** Which pieces are handed over, where the loan is counted in them. */
export function HandOverPieces({ loan, onDone }: { readonly loan: Loan; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const handOver = useCommand('loan', 'post', '/loans/{loanId}/hand-over');
  return (
    <CommandForm
      command={handOver}
      input={({ pieces }: { readonly pieces: string }) => ({
        loanId: loan.id,
        version: loan.version,
        body: { pieces: linesOf(pieces) },
      })}
      submit={t('stock.handOver.submit')}
      refused={t('loan.refused')}
      onDone={onDone}
      onCancel={onDone}
      className="inner-form"
    >
      <h3>{t('stock.handOver.title')}</h3>
      <Form.Item
        name="pieces"
        label={t('stock.handOver.label')}
        extra={t('stock.handOver.hint')}
        rules={[{ required: true, whitespace: true, message: t('stock.handOver.required') }]}
      >
        <TextArea rows={3} autoFocus />
      </Form.Item>
    </CommandForm>
  );
}
