import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Command } from '../api/use-command.js';
import { CommandForm } from './command-form.js';
import { ConfirmButton } from './confirm-button.js';
import { TextArea } from './input.js';
import { ReasonField, useReason } from './reason-field.js';
import { Refusal } from './states.js';

const wordsMax = 500;

/** A command of one remark, with what it takes. */
interface ActProps<Input, Output> {
  readonly command: Command<Input, Output>;
  readonly input: Input;
}

interface WordsProps<Input, Output> {
  readonly command: Command<Input, Output>;
  /** What is sent with what was typed. */
  readonly input: (words: string) => Input;
}

interface NamedProps<Input, Output> extends WordsProps<Input, Output> {
  /** Of the form: there may be several on a page. */
  readonly name: string;
  readonly onDone?: () => void;
}

export function WithdrawRemark<Input, Output>({ command, input }: ActProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <>
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <ConfirmButton
        danger
        loading={command.isPending}
        question={t('remark.withdrawQuestion')}
        confirmText={t('remark.withdraw')}
        onConfirm={() => command.mutate(input)}
      >
        {t('remark.withdraw')}
      </ConfirmButton>
    </>
  );
}

/** A moderator hides it, and its author reads why. */
export function HideRemark<Input, Output>(act: WordsProps<Input, Output>) {
  const { t } = useTranslation();
  const title = t('remark.hide');
  return (
    <ReasonedAct
      {...act}
      danger
      title={title}
      hint={t('remark.hideHint')}
      question={t('remark.hideQuestion')}
    />
  );
}

/** Its author says, once, why it should be shown: somebody else than who has hidden it decides. */
export function AppealRemark<Input, Output>(act: NamedProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <WordsAct
      {...act}
      title={t('remark.appeal')}
      hint={t('remark.appealHint')}
      label={t('remark.appealWords')}
      submit={t('remark.appealYes')}
      refused={t('remark.notAppealed')}
    />
  );
}

/** It stays hidden, and its author reads why. */
export function RefuseAppeal<Input, Output>(act: WordsProps<Input, Output>) {
  const { t } = useTranslation();
  const title = t('remark.refuseAppeal');
  const hint = t('remark.refuseAppealHint');
  return <ReasonedAct {...act} title={title} hint={hint} question={t('remark.refuseAppealQuestion')} />;
}

interface Decidable {
  readonly appealState: 'none' | 'waiting' | 'refused';
  readonly acts: readonly { readonly act: string }[];
}

/** Tells whoever has hidden it why they may give way, and not refuse. */
export function AppealForAnother({ remark: { appealState, acts } }: { readonly remark: Decidable }) {
  const { t } = useTranslation();
  const may = (act: string): boolean => acts.some((one) => one.act === act);
  if (appealState !== 'waiting' || !may('show') || may('refuseAppeal')) return null;
  return <p className="hint">{t('remark.appealForAnother')}</p>;
}

/** @param isFirst it waits, and nobody has seen it yet */
export function ShowRemark<Input, Output>({
  command,
  input,
  isFirst = false,
}: ActProps<Input, Output> & { readonly isFirst?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <Button loading={command.isPending} onClick={() => command.mutate(input)}>
        {t(isFirst ? 'remark.show' : 'remark.showAgain')}
      </Button>
    </>
  );
}

export function DismissReports<Input, Output>({ command, input }: ActProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <>
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <ConfirmButton
        loading={command.isPending}
        question={t('remark.dismissQuestion')}
        confirmText={t('remark.dismiss')}
        onConfirm={() => command.mutate(input)}
      >
        {t('remark.dismiss')}
      </ConfirmButton>
    </>
  );
}

export function ReportRemark<Input, Output>(act: NamedProps<Input, Output>) {
  const { t } = useTranslation();
  return (
    <WordsAct
      {...act}
      title={t('remark.report')}
      hint={t('remark.reportHint')}
      label={t('remark.reportWords')}
      submit={t('remark.reportYes')}
      refused={t('remark.notReported')}
    />
  );
}

interface Told {
  /** What the act is called. */
  readonly title: string;
  /** Who reads what is written, and what follows. */
  readonly hint: string;
}

/** An act on what somebody else has written, who reads the reason. */
function ReasonedAct<Input, Output>({
  command,
  input,
  title,
  hint,
  question,
  danger = false,
}: WordsProps<Input, Output> & Told & { readonly question: string; readonly danger?: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <details className="fold">
      <summary>{title}</summary>
      <p className="hint">{hint}</p>
      <ReasonField
        reason={reason}
        label={t('remark.reason')}
        required={t('remark.reasonRequired')}
        maxLength={wordsMax}
      />
      {command.isError && <Refusal title={t('remark.notDecided')} error={command.error} />}
      <div className="actions">
        <ConfirmButton
          danger={danger}
          loading={command.isPending}
          question={question}
          confirmText={title}
          onConfirm={() => reason.take((text) => command.mutate(input(text)))}
        >
          {title}
        </ConfirmButton>
      </div>
    </details>
  );
}

/** Some words for those who moderate. */
function WordsAct<Input, Output>({
  command,
  input,
  name,
  onDone,
  title,
  hint,
  label,
  submit,
  refused,
}: NamedProps<Input, Output> &
  Told & { readonly label: string; readonly submit: string; readonly refused: string }) {
  const { t } = useTranslation();
  return (
    <details className="fold">
      <summary>{title}</summary>
      <p className="hint">{hint}</p>
      <CommandForm
        name={name}
        command={command}
        input={({ words }: { readonly words: string }) => input(words.trim())}
        submit={submit}
        done={null}
        refused={refused}
        {...(onDone === undefined ? {} : { onDone })}
        secondary
      >
        <Form.Item
          name="words"
          label={label}
          rules={[{ required: true, whitespace: true, message: t('remark.reasonRequired') }]}
        >
          <TextArea rows={3} maxLength={wordsMax} />
        </Form.Item>
      </CommandForm>
    </details>
  );
}
