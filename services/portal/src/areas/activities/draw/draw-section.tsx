import './draw.css';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import type { Activity } from '../activity/use-activities.js';
import { DrawHow } from './draw-how.js';
import { phaseOf } from './draw-times.js';
import type { Draw } from './use-draw.js';

const NewDrawForm = lazyPart('NewDrawForm', () => import('./draw-form.js'));
const ChangeDrawForm = lazyPart('ChangeDrawForm', () => import('./draw-form.js'));

interface DrawSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The draws of an activity, as its organisers see them: they make one, change it until it opens, and cancel it. */
export function DrawSection({ activity, mayManage }: DrawSectionProps) {
  return mayManage ? <DrawsCard activity={activity} /> : null;
}

function DrawsCard({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const draws = useRead('draw', '/activities/{activityId}/draws', { activityId: activity.id });
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
  if (!isOpen) return <Button onClick={() => setIsOpen(true)}>{t('draw.organise.make')}</Button>;
  return (
    <>
      <p className="hint">{t('draw.organise.hint')}</p>
      <p className="hint">{t('draw.organise.offers')}</p>
      <NewDrawForm activity={activity} onBack={() => setIsOpen(false)} />
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
  if (!isOpen)
    return (
      <p>
        <Button onClick={() => setIsOpen(true)}>{t('draw.organise.change')}</Button>
      </p>
    );
  return <ChangeDrawForm activity={activity} draw={draw} onBack={() => setIsOpen(false)} />;
}

function CancelForm({ draw }: { readonly draw: Draw }) {
  const { t } = useTranslation();
  const cancel = useCommand('draw', 'post', '/draws/{drawId}/cancel');
  return (
    <details className="draw-cancel">
      <summary>{t('draw.organise.cancel')}</summary>
      <CommandForm
        command={cancel}
        input={({ reason }: { readonly reason: string }) => ({
          drawId: draw.id,
          version: draw.version,
          body: { reason: reason.trim() },
        })}
        submit={t('draw.organise.cancel')}
        refused={t('draw.organise.notCancelled')}
        confirm={{ question: t('draw.organise.cancelQuestion'), text: t('draw.organise.cancelYes') }}
        danger
      >
        <Form.Item
          name="reason"
          label={t('draw.organise.cancelReason')}
          rules={[{ required: true, whitespace: true, message: t('draw.organise.reasonRequired') }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
