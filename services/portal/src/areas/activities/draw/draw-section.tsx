import './draw.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState, Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { DrawHow } from './draw-how.js';
import { phaseOf } from './draw-times.js';
import { type Draw, useCancelDraw, useChangeDraw, useCreateDraw, useDraws } from './use-draws.js';

const DrawForm = lazyPart('DrawForm', () => import('./draw-form.js'));

interface DrawSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The draws of an activity, for who organises it: makes one, changes it until it opens, calls it off. */
export function DrawSection({ activity, mayManage }: DrawSectionProps) {
  return mayManage ? <DrawsCard activity={activity} /> : null;
}

function DrawsCard({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const draws = useDraws(activity.id);
  return (
    <section className="card" aria-labelledby="draws-title">
      <h2 id="draws-title">{t('draw.title')}</h2>
      {draws.isPending && <LoadingState rows={1} />}
      {draws.isError && draws.data === undefined && (
        <ErrorState error={draws.error} onRetry={() => void draws.refetch()} />
      )}
      {draws.data !== undefined && <Draws activity={activity} draws={draws.data.items} />}
    </section>
  );
}

function Draws({ activity, draws }: { readonly activity: Activity; readonly draws: readonly Draw[] }) {
  const { t } = useTranslation();
  const isPending = draws.some(({ state }) => state === 'open' || state === 'frozen');
  const mayMake = !isPending && isAhead(activity, new Date());
  return (
    <>
      {draws.length === 0 && <p className="hint">{t('draw.organise.none')}</p>}
      <ul className="plain-list rows">
        {draws.map((draw) => (
          <DrawLine key={draw.id} activity={activity} draw={draw} />
        ))}
      </ul>
      {mayMake && <NewDraw activity={activity} />}
    </>
  );
}

function isAhead({ state, startsAt }: Activity, now: Date): boolean {
  return (state === 'draft' || state === 'published') && now < new Date(startsAt);
}

function NewDraw({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const create = useCreateDraw(activity.id);
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('draw.organise.make')}</Button>;
  return (
    <>
      <p className="hint">{t('draw.organise.hint')}</p>
      <p className="hint">{t('draw.organise.offers')}</p>
      <DrawForm
        activity={activity}
        draw={null}
        sending={create}
        onSend={(body, then) => create.mutate(body, then)}
        words={{ submit: t('draw.organise.save'), refused: t('draw.organise.refused') }}
        onBack={() => setIsOpen(false)}
      />
    </>
  );
}

interface DrawLineProps {
  readonly activity: Activity;
  readonly draw: Draw;
}

function DrawLine({ activity, draw }: DrawLineProps) {
  const { t } = useTranslation();
  const format = useFormat(draw.timeZone);
  const phase = phaseOf(draw, new Date());
  const { fairShareDays, cancelReason, entries, winners } = draw;
  return (
    <li className="row draw-line">
      <div>
        <strong>{t(`draw.phase.${phase}`)}</strong>
        <p>{t('draw.window', { period: format.period(draw.opensAt, draw.closesAt) })}</p>
        <p>
          {fairShareDays === null
            ? t('draw.organise.equal')
            : t('draw.organise.fairDays', { days: fairShareDays })}
        </p>
        {winners === null ? (
          <p>{t('draw.entries', { count: entries })}</p>
        ) : (
          <p>{t('draw.winners', { entries, winners })}</p>
        )}
        {cancelReason !== null && <p>{t('draw.cancelled', { reason: cancelReason })}</p>}
        {phase === 'drawn' && (
          <Link to={`/draws/${draw.id}/proof`} className="draw-link">
            {t('draw.proof')}
          </Link>
        )}
        {phase !== 'cancelled' && <DrawHow draw={draw} />}
        {phase === 'ahead' && <Change activity={activity} draw={draw} />}
        {(phase === 'ahead' || phase === 'open') && <CancelForm draw={draw} />}
      </div>
    </li>
  );
}

function Change({ activity, draw }: DrawLineProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const change = useChangeDraw(draw.id);
  if (!isOpen)
    return (
      <p>
        <Button onClick={() => setIsOpen(true)}>{t('draw.organise.change')}</Button>
      </p>
    );
  return (
    <DrawForm
      activity={activity}
      draw={draw}
      sending={change}
      onSend={(body, then) => change.mutate({ version: draw.version, change: body }, then)}
      words={{ submit: t('draw.organise.saveChange'), refused: t('draw.organise.notChanged') }}
      onBack={() => setIsOpen(false)}
    />
  );
}

function CancelForm({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const cancel = useCancelDraw(draw);
  const submit = ({ reason }: { reason: string }): void => cancel.mutate(reason.trim());
  return (
    <details className="draw-cancel">
      <summary>{t('draw.organise.cancel')}</summary>
      <Form form={form} layout="vertical" requiredMark={false} disabled={cancel.isPending} onFinish={submit}>
        <Form.Item
          name="reason"
          label={t('draw.organise.cancelReason')}
          rules={[{ required: true, whitespace: true, message: t('draw.organise.reasonRequired') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        {cancel.isError && <Refusal title={t('draw.organise.notCancelled')} error={cancel.error} />}
        <ConfirmButton
          danger
          loading={cancel.isPending}
          question={t('draw.organise.cancelQuestion')}
          confirmText={t('draw.organise.cancelYes')}
          onConfirm={() => form.submit()}
        >
          {t('draw.organise.cancel')}
        </ConfirmButton>
      </Form>
    </details>
  );
}
