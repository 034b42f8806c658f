import { command, NoRequest, query } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { CredentialProof } from '../access/credential-proof.js';

/**
 * `asked`: codes were sent; `waiting`: takes effect after 24 hours unless the old phone stops it; `lapsed`: no code came in time.
 */
export const phoneChangeStates = ['asked', 'waiting', 'applied', 'stopped', 'withdrawn', 'lapsed'] as const;
export type PhoneChangeState = (typeof phoneChangeStates)[number];

/** Who stopped it: the holder of the old phone, the person at their account, or that the new phone signs somebody else in by then. */
export const phoneStops = ['oldPhone', 'person', 'taken'] as const;
export type PhoneStop = (typeof phoneStops)[number];

export class AskPhoneChange {
  @Text({ max: 40, description: 'The new phone', example: '13800001234' }) phone: string;
  @Nested(() => CredentialProof) proof: CredentialProof;
}

export class PhoneChangeId {
  @Uuid() phoneChangeId: string;
}

export class ConfirmPhoneChange {
  @Uuid() phoneChangeId: string;
  @Text({ max: 20, description: 'The code that was sent to the new phone', example: '402817' })
  newCode: string;
  @Text({
    optional: true,
    max: 20,
    description: 'The code that was sent to the old phone; without it the change waits for 24 hours',
  })
  oldCode?: string | null;
}

export class PhoneChangeView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(phoneChangeStates, { name: 'PhoneChangeState' }) state: PhoneChangeState;
  @Text({ example: '138****1234' }) newPhone: string;
  @Text({ nullable: true, example: '139****5678' }) oldPhone: string | null;
  @Flag({ description: 'It follows from a correction that officers of the union have decided' })
  byUnion: boolean;
  @Instant() askedAt: string;
  @Instant({ nullable: true, description: 'Until when the codes are valid, while it is `asked`' })
  codesUntil: string | null;
  @Instant({ nullable: true, description: 'When it takes effect, while it is `waiting`' })
  effectiveAt: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
  @OneOf(phoneStops, { nullable: true, name: 'PhoneStop' }) stoppedBy: PhoneStop | null;
}

export class OwnContactsView {
  @Text({ nullable: true, description: 'The phone on record, masked', example: '139****5678' })
  phone: string | null;
  @Nested(() => PhoneChangeView, {
    nullable: true,
    description: 'The newest change: one that goes on, or that ended within 30 days',
  })
  change: PhoneChangeView | null;
}

export class PhoneChangeToken {
  @Text({ min: 16, max: 16, description: 'The end of the link in the message', example: 'q3Zt0S2yTq2v8yYw' })
  token: string;
}

/** What the holder of the old phone is shown. */
export class PublicPhoneChangeView {
  @OneOf(phoneChangeStates, { name: 'PhoneChangeState' }) state: PhoneChangeState;
  @Text({ example: '138****1234' }) newPhone: string;
  @Flag() byUnion: boolean;
  @Instant({ nullable: true }) effectiveAt: string | null;
}

export const phoneChangeContract = {
  contacts: query('membership.phone-change.contacts', NoRequest, OwnContactsView, {
    http: 'GET me/contacts',
    tag: 'sign-in',
    summary: 'Shows my phone, masked, and the change of it that goes on',
  }),
  ask: command('membership.phone-change.ask', AskPhoneChange, PhoneChangeView, {
    http: 'POST me/contacts/phone-changes',
    tag: 'sign-in',
    summary: 'Asks for another phone: codes are sent to the new one and to the old one',
    idempotent: false,
    example: { phone: '13800001234', proof: { password: 'not-a-real-one' } },
  }),
  confirm: command('membership.phone-change.confirm', ConfirmPhoneChange, PhoneChangeView, {
    http: 'POST me/contacts/phone-changes/:phoneChangeId/confirm',
    tag: 'sign-in',
    summary: 'Confirms it: by both codes at once, by the code of the new phone alone after 24 hours',
    status: 200,
    idempotent: false,
    example: { newCode: '402817' },
  }),
  withdraw: command('membership.phone-change.withdraw', PhoneChangeId, PhoneChangeView, {
    http: 'POST me/contacts/phone-changes/:phoneChangeId/withdraw',
    tag: 'sign-in',
    summary: 'Withdraws a change of my phone, or stops one that my union has decided, before it takes effect',
    status: 200,
    idempotent: false,
  }),
  getPublic: query('membership.phone-change.get-public', PhoneChangeToken, PublicPhoneChangeView, {
    http: 'GET public/phone-changes/:token',
    tag: 'sign-in',
    summary: 'Shows the holder of the old phone what is about to change',
    public: true,
  }),
  stop: command('membership.phone-change.stop', PhoneChangeToken, PublicPhoneChangeView, {
    http: 'POST phone-changes/stop',
    tag: 'sign-in',
    summary: 'Stops a change of phone, by the link that was sent to the old one',
    public: true,
    status: 200,
    idempotent: false,
    example: { token: 'q3Zt0S2yTq2v8yYw' },
  }),
};
