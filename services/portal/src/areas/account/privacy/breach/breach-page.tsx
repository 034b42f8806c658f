import './breach.css';
import '../../../../kit/styles/union.css';
import { Button, Form } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '../../../../api/use-command.js';
import { useRead } from '../../../../api/use-read.js';
import { ButtonLink } from '../../../../kit/button-link.js';
import { CommandForm } from '../../../../kit/command-form.js';
import { ConfirmButton } from '../../../../kit/confirm-button.js';
import { Input } from '../../../../kit/input.js';
import { Loaded } from '../../../../kit/loaded.js';
import { PageHead } from '../../../../kit/page-head.js';
import { Refusal } from '../../../../kit/states.js';
import type { Breach } from './breach.model.js';
import { BreachHandovers } from './breach-handovers.js';
import { useBreachLines } from './use-breach-lines.js';

/** One breach with how many people were notified, for those who answer for it. On paper it is the report to the authority. */
export function BreachPage() {
  const { t } = useTranslation();
  const { dataBreachId = '' } = useParams();
  const breach = useRead('dataBreach', '/data-breaches/{dataBreachId}', { dataBreachId });
  return (
    <div className="breach-on-paper">
      <PageHead title={t('breach.title')} back="/data-breaches">
        <Button onClick={() => window.print()}>{t('breach.print')}</Button>
      </PageHead>
      <div>
        <Loaded query={breach}>
          {(data) => (
            <>
              <Facts breach={data} />
              <Acts breach={data} />
              <BreachHandovers breach={data} />
            </>
          )}
        </Loaded>
      </div>
      {breach.data !== undefined && <Paper breach={breach.data} />}
    </div>
  );
}

interface PartProps {
  readonly breach: Breach;
}

function Facts({ breach }: PartProps) {
  const { t } = useTranslation();
  const lines = useBreachLines()(breach);
  const { correctsId, correctedById } = breach;
  return (
    <dl className="card facts union-facts">
      {lines.map(([label, text]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd className="prose">{text}</dd>
        </Fragment>
      ))}
      {correctsId !== null && (
        <>
          <dt>{t('breach.corrects')}</dt>
          <dd>
            <Link to={`/data-breaches/${correctsId}`}>{t('breach.earlier')}</Link>
          </dd>
        </>
      )}
      {correctedById !== null && (
        <>
          <dt>{t('breach.correctedBy')}</dt>
          <dd>
            <Link to={`/data-breaches/${correctedById}`}>{t('breach.later')}</Link>
          </dd>
        </>
      )}
    </dl>
  );
}

function Acts({ breach: { id: dataBreachId, version, acts, affected: count, isTold } }: PartProps) {
  const { t } = useTranslation();
  const confirm = useCommand('dataBreach', 'post', '/data-breaches/{dataBreachId}/confirm');
  const withdraw = useCommand('dataBreach', 'post', '/data-breaches/{dataBreachId}/withdraw');
  const failed = confirm.isError ? confirm.error : withdraw.error;
  return (
    <>
      {failed !== null && <Refusal title={t('breach.refused')} error={failed} />}
      <div className="actions notice">
        {acts.includes('confirm') && (
          <ConfirmButton
            type="primary"
            loading={confirm.isPending}
            question={t(isTold ? 'breach.confirmQuestionTold' : 'breach.confirmQuestionFiled', { count })}
            confirmText={t('breach.confirm')}
            onConfirm={() => confirm.mutate({ dataBreachId, version })}
          >
            {t('breach.confirm')}
          </ConfirmButton>
        )}
        {acts.includes('withdraw') && (
          <ConfirmButton
            loading={withdraw.isPending}
            question={t('breach.withdrawQuestion')}
            confirmText={t('breach.withdraw')}
            onConfirm={() => withdraw.mutate({ dataBreachId, version })}
          >
            {t('breach.withdraw')}
          </ConfirmButton>
        )}
        {acts.includes('correct') && (
          <ButtonLink to={`/data-breaches/new?corrects=${dataBreachId}`} isPlain>
            {t('breach.correct')}
          </ButtonLink>
        )}
      </div>
      {acts.includes('refuse') && <Refuse dataBreachId={dataBreachId} version={version} />}
    </>
  );
}

function Refuse({ dataBreachId, version }: { readonly dataBreachId: string; readonly version: number }) {
  const { t } = useTranslation();
  const refuse = useCommand('dataBreach', 'post', '/data-breaches/{dataBreachId}/refuse');
  return (
    <section className="card" aria-label={t('breach.refuse')}>
      <CommandForm
        command={refuse}
        input={({ reason }: { readonly reason: string }) => ({
          dataBreachId,
          version,
          body: { reason: reason.trim() },
        })}
        submit={t('breach.refuse')}
        refused={t('breach.refused')}
        secondary
      >
        <Form.Item
          name="reason"
          label={t('breach.refusal')}
          extra={t('breach.refusalHint')}
          rules={[{ required: true, whitespace: true, message: t('breach.required') }]}
        >
          <Input maxLength={500} autoComplete="off" />
        </Form.Item>
      </CommandForm>
    </section>
  );
}

/** The report to the authority, which only paper shows. */
function Paper({ breach }: PartProps) {
  const { t } = useTranslation();
  const lines = useBreachLines()(breach);
  return (
    <div className="breach-paper" aria-hidden>
      <h1>{t('breach.paperTitle')}</h1>
      <p>{t('breach.paperText')}</p>
      <table>
        <tbody>
          {[[t('breach.paperNumber'), breach.id] as const, ...lines].map(([label, text]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('breach.paperSigned')}</th>
            <td className="to-seal" />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
