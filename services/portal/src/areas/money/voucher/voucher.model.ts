import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Vouchers = Schemas['VouchersView'];
export type Subjects = Schemas['VoucherSubjectsView'];
export type Subject = Subjects['subjects'][number];
