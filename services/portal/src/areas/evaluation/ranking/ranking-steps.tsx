import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { Refusal } from '../../../kit/states.js';
import { wholeNumberOf, wholeNumberRule } from '../../../kit/whole-number.js';
import type { Ranking } from './ranking.model.js';

/** What an evaluator may do next. */
export function RankingSteps({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const { state } = ranking;
  const mayRevise = ranking.revisedById === null && ['revising', 'final', 'withdrawn'].includes(state);
  const mayWithdraw = ['draft', 'notice', 'revising', 'final'].includes(state);
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('rankingLife.next')}</h2>
      {state === 'draft' && !ranking.scoresRevised && <Publish ranking={ranking} />}
      {state === 'final' && (
        <p>
          <Link to={`/rankings/${ranking.id}/recognise`}>{t('rankingLife.recognise')}</Link>
        </p>
      )}
      {mayRevise && <Revise ranking={ranking} />}
      {mayWithdraw && <Withdraw ranking={ranking} />}
      {!mayRevise && !mayWithdraw && <p className="hint">{t('rankingLife.nothingToDo')}</p>}
    </section>
  );
}

const [daysUsual, daysMax] = ['7', 60] as const;

interface Notice {
  readonly days: string;
}

function Publish({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Notice>();
  const days = Form.useWatch<string | undefined>('days', form);
  const publish = useCommand('ranking', 'post', '/rankings/{rankingId}/publish');
  return (
    <CommandForm
      command={publish}
      input={(typed: Notice) => ({
        rankingId: ranking.id,
        version: ranking.version,
        body: { days: wholeNumberOf(typed.days, 1, daysMax) ?? 0 },
      })}
      submit={t('rankingLife.publish')}
      refused={t('rankingLife.refused')}
      confirm={{
        question: <p>{t('rankingLife.publishAsk', { days: wholeNumberOf(days, 1, daysMax) })}</p>,
        text: t('rankingLife.publish'),
      }}
      form={form}
      name="publish"
      initialValues={{ days: daysUsual }}
    >
      <Form.Item
        name="days"
        label={t('rankingLife.days')}
        rules={[wholeNumberRule(1, daysMax, t('rankingLife.daysRule', { max: daysMax }))]}
      >
        <Input inputMode="numeric" maxLength={2} />
      </Form.Item>
    </CommandForm>
  );
}

function Revise({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const revise = useCommand('ranking', 'post', '/rankings/{rankingId}/revise');
  return (
    <>
      <p className="hint">{t('rankingLife.reviseHint')}</p>
      <p className="actions">
        <Button
          loading={revise.isPending}
          onClick={() =>
            revise.mutate(
              { rankingId: ranking.id, version: ranking.version },
              { onSuccess: ({ id }) => void navigate(`/rankings/${id}`) },
            )
          }
        >
          {t('rankingLife.revise')}
        </Button>
      </p>
      {revise.isError && <Refusal title={t('rankingLife.refused')} error={revise.error} />}
    </>
  );
}

function Withdraw({ ranking }: { readonly ranking: Ranking }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const withdraw = useCommand('ranking', 'post', '/rankings/{rankingId}/withdraw');
  if (!isOpen)
    return (
      <p className="actions">
        <Button onClick={() => setIsOpen(true)}>{t('rankingLife.withdraw')}</Button>
      </p>
    );
  return (
    <CommandForm
      command={withdraw}
      input={({ reason }: { readonly reason: string }) => ({
        rankingId: ranking.id,
        version: ranking.version,
        body: { reason: reason.trim() },
      })}
      submit={t('rankingLife.withdraw')}
      refused={t('rankingLife.refused')}
      confirm={{ question: <p>{t('rankingLife.withdrawAsk')}</p>, text: t('rankingLife.withdraw') }}
      danger
      name="withdraw"
    >
      <Form.Item
        name="reason"
        label={t('rankingLife.withdrawWhy')}
        rules={[{ required: true, whitespace: true, message: t('rankingLife.required') }]}
      >
        <Input maxLength={500} />
      </Form.Item>
    </CommandForm>
  );
}
