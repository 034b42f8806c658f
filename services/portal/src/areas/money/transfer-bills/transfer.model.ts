import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type TransferTrace = Schemas['TransferTraceView'];
export type TransferPart = Schemas['TransferPartView'];
export type TracedLine = Schemas['TracedLineView'];
export type TracedTransfer = Schemas['TracedTransferView'];
