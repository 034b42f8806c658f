import '../../../kit/styles/ledger.css';
import '../../../kit/styles/union.css';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { UnionName } from '../../../session/union-name.js';
import { type Election, SeatName, Seats } from './committee-parts.js';

export function CommitteeElectionPage() {
  const { t } = useTranslation();
  const { electionId = '' } = useParams();
  const election = useRead('committeeElection', '/committee-elections/{electionId}', { electionId });
  return (
    <>
      <PageHead title={t('committee.election')} back="/committee-elections" />
      <Loaded query={election}>
        {(data) => (
          <>
            <Facts election={data} />
            <ElectionActs election={data} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly election: Election;
}

function Facts({ election }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, unionId, kind, form, heldOn, entitled, present, toDay, seats, replaces } = election;
  const { proposedAt, decidedAt, approvalNumber, refusal } = election;
  const later: readonly (readonly [label: string, value: string | null])[] = [
    [t('committee.decidedAt'), decidedAt && format.instant(decidedAt)],
    [t('committee.approvalNumber'), approvalNumber],
    [t('committee.refusal'), refusal],
  ];
  return (
    <dl className="card facts union-facts">
      <dt>{t('committee.state')}</dt>
      <dd>
        <span role="status" aria-live="polite">
          {t(`committee.states.${state}`)}
        </span>
      </dd>
      <dt>{t('committee.union')}</dt>
      <dd>
        <UnionName unionId={unionId} />
      </dd>
      <dt>{t('committee.kind')}</dt>
      <dd>{t(`committee.kinds.${kind}`)}</dd>
      <dt>{t('committee.form')}</dt>
      <dd>{t(`committee.forms.${form}`)}</dd>
      <dt>{t('committee.elected')}</dt>
      <dd>
        <Seats seats={seats} />
      </dd>
      {replaces !== null && (
        <>
          <dt>{t('committee.replaces')}</dt>
          <dd>
            <SeatName seat={replaces} />
          </dd>
        </>
      )}
      <dt>{t('committee.heldOn')}</dt>
      <dd>{format.date(heldOn)}</dd>
      <dt>{t('committee.turnout')}</dt>
      <dd>{t('committee.turnoutOf', { entitled, present })}</dd>
      <dt>{t('committee.toDay')}</dt>
      <dd>{format.date(toDay)}</dd>
      <dt>{t('committee.proposedAt')}</dt>
      <dd>{format.instant(proposedAt)}</dd>
      {later.map(([label, value]) => value !== null && <Fact key={label} label={label} value={value} />)}
    </dl>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** What the person may do with it now. */
export function ElectionActs({ election }: PartProps) {
  const { t } = useTranslation();
  const { id: electionId, version, acts } = election;
  const approve = useCommand('committeeElection', 'post', '/committee-elections/{electionId}/approve');
  const refuse = useCommand('committeeElection', 'post', '/committee-elections/{electionId}/refuse');
  const withdraw = useCommand('committeeElection', 'post', '/committee-elections/{electionId}/withdraw');
  const required = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <>
      {withdraw.isError && <Refusal title={t('committee.refused')} error={withdraw.error} />}
      {acts.includes('withdraw') && (
        <div className="actions notice">
          <ConfirmButton
            loading={withdraw.isPending}
            question={t('committee.withdrawQuestion')}
            confirmText={t('committee.withdraw')}
            onConfirm={() => withdraw.mutate({ electionId, version })}
          >
            {t('committee.withdraw')}
          </ConfirmButton>
        </div>
      )}
      {acts.includes('approve') && (
        <section className="card" aria-label={t('committee.approve')}>
          <CommandForm
            command={approve}
            input={({ approvalNumber }: { readonly approvalNumber: string }) => ({
              electionId,
              version,
              body: { approvalNumber: approvalNumber.trim() },
            })}
            submit={t('committee.approve')}
            refused={t('committee.refused')}
          >
            <Form.Item
              name="approvalNumber"
              label={t('committee.approvalNumber')}
              extra={t('committee.approveHint')}
              rules={required(t('committee.approvalRequired'))}
            >
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
          </CommandForm>
        </section>
      )}
      {acts.includes('refuse') && (
        <section className="card" aria-label={t('committee.refuse')}>
          <CommandForm
            command={refuse}
            input={({ reason }: { readonly reason: string }) => ({
              electionId,
              version,
              body: { reason: reason.trim() },
            })}
            submit={t('committee.refuse')}
            refused={t('committee.refused')}
            secondary
          >
            <Form.Item
              name="reason"
              label={t('committee.refusal')}
              extra={t('committee.refusalHint')}
              rules={required(t('committee.refusalRequired'))}
            >
              <Input maxLength={500} autoComplete="off" />
            </Form.Item>
          </CommandForm>
        </section>
      )}
    </>
  );
}
