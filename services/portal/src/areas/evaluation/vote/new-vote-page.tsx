import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { Choice } from '../../../kit/choice.js';
import { CommandForm } from '../../../kit/command-form.js';
import { Input } from '../../../kit/input.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { MarkedTextArea } from '../../../kit/marked-text-area.js';
import { PageHead } from '../../../kit/page-head.js';
import { UnionPicker } from '../../../session/union-picker.js';
import { useOffices } from '../../../session/use-offices.js';
import { emptyVote, type Voter, type VoteForm, voteOf } from './new-vote.js';
import {
  audiences,
  type Candidate,
  candidatesMax,
  candidatesOf,
  kinds,
  majorities,
  quorums,
  rolls,
  seatsOf,
  textMax,
  titleMax,
  votersMax,
  votersMin,
} from './vote.model.js';
import { PeopleField } from './people-field.js';

const MarkdownText = lazyPart('MarkdownText', () => import('../../../kit/markdown-text.js'));

/** Calls a secret vote. */
export function NewVotePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const call = useCommand('vote', 'post', '/votes');
  const [unionId] = useOffices().unionIdsOf('officer');
  return (
    <>
      <PageHead title={t('vote.new')} back="/votes" />
      <CommandForm
        command={call}
        input={(values: VoteForm) => {
          const body = voteOf(values);
          return body && { body };
        }}
        submit={t('vote.call')}
        refused={t('vote.callFailed')}
        confirm={{ question: <p>{t('vote.callQuestion')}</p>, text: t('vote.callYes') }}
        onDone={({ id }) => void navigate(`/votes/${id}`, { replace: true })}
        className="card"
        initialValues={{ ...emptyVote(new Date()), ...(unionId !== undefined && { unionId }) }}
        draft="vote-of-people"
      >
        <What />
        <Choosing />
        <Who />
        <Rule />
        <When />
      </CommandForm>
    </>
  );
}

function useRequired() {
  const { t } = useTranslation();
  return [{ required: true, whitespace: true, message: t('evaluation.required') }];
}

function What() {
  const { t } = useTranslation();
  const rules = useRequired();
  const text = Form.useWatch<string | undefined>('text') ?? '';
  return (
    <>
      <Form.Item name="unionId" label={t('vote.union')} extra={t('vote.unionHint')} rules={rules}>
        <UnionPicker roles={['officer']} none={t('vote.noUnion')} />
      </Form.Item>
      <Form.Item name="title" label={t('vote.title')} rules={rules}>
        <Input maxLength={titleMax} placeholder={t('vote.titlePlaceholder')} />
      </Form.Item>
      <Form.Item name="text" label={t('vote.text')} extra={t('vote.textHint')} rules={rules}>
        <MarkedTextArea rows={6} maxLength={textMax} />
      </Form.Item>
      {text.trim() !== '' && (
        <details>
          <summary>{t('vote.preview')}</summary>
          <MarkdownText text={text} />
        </details>
      )}
    </>
  );
}

/** A motion, or an election with its candidates. */
function Choosing() {
  const { t } = useTranslation();
  const kind = Form.useWatch<VoteForm['kind']>('kind');
  const candidates = Form.useWatch<readonly Candidate[] | undefined>('candidates') ?? [];
  const fits = <Value,>(isFit: (value?: Value) => boolean, message: string) => ({
    validator: (_rule: unknown, value?: Value) =>
      isFit(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  });
  return (
    <>
      <Form.Item name="kind" label={t('vote.kindLabel')}>
        <Choice options={kinds.map((value) => ({ value, label: t(`vote.kind.${value}`) }))} />
      </Form.Item>
      {kind === 'election' && (
        <>
          <Form.Item
            name="candidates"
            // The first one chosen is not yet too few.
            validateTrigger="onSubmit"
            label={t('vote.candidates')}
            extra={t('vote.candidatesHint')}
            rules={[
              fits<readonly Candidate[]>(
                (chosen = []) => candidatesOf(chosen) !== null,
                t('vote.candidatesInvalid'),
              ),
            ]}
          >
            <PeopleField label={t('vote.addCandidate')} max={candidatesMax} />
          </Form.Item>
          <Form.Item
            name="seats"
            label={t('vote.seats')}
            extra={t('vote.seatsHint')}
            rules={[
              fits<string>((text) => seatsOf(text, candidates.length) !== null, t('vote.seatsInvalid')),
            ]}
          >
            <Input maxLength={2} inputMode="numeric" />
          </Form.Item>
        </>
      )}
    </>
  );
}

function Who() {
  const { t } = useTranslation();
  const roll = Form.useWatch<VoteForm['roll']>('roll');
  return (
    <>
      <Form.Item
        name="roll"
        label={t('vote.rollLabel')}
        extra={roll === 'all' ? t('vote.rollAllHint') : undefined}
      >
        <Choice options={rolls.map((value) => ({ value, label: t(`vote.roll.${value}`) }))} />
      </Form.Item>
      {roll !== 'all' && (
        <Form.Item
          name="personIds"
          validateTrigger="onSubmit"
          label={t('vote.voters')}
          extra={t('vote.votersHint')}
          rules={[
            {
              validator: (_rule: unknown, voters: readonly Voter[] = []) =>
                voters.length >= votersMin
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('vote.votersFew'))),
            },
          ]}
        >
          <PeopleField label={t('vote.addVoter')} max={votersMax} onlyActive />
        </Form.Item>
      )}
    </>
  );
}

function Rule() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="quorum" label={t('vote.quorumLabel')}>
        <Choice options={quorums.map((value) => ({ value, label: t(`vote.quorum.${value}`) }))} />
      </Form.Item>
      <Form.Item name="majority" label={t('vote.majorityLabel')}>
        <Choice options={majorities.map((value) => ({ value, label: t(`vote.majority.${value}`) }))} />
      </Form.Item>
      <Form.Item name="showTo" label={t('vote.showToLabel')}>
        <Choice options={audiences.map((value) => ({ value, label: t(`vote.showTo.${value}`) }))} />
      </Form.Item>
    </>
  );
}

function When() {
  const { t } = useTranslation();
  const rules = useRequired();
  return (
    <>
      <div className="two-columns">
        {(['opensAt', 'closesAt'] as const).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={t(`vote.${name}`)}
            extra={t('common.dateTimeHint')}
            rules={rules}
          >
            <Input type="datetime-local" />
          </Form.Item>
        ))}
      </div>
      <p className="hint">{t('vote.closesHint')}</p>
    </>
  );
}
