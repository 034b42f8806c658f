import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Piece = Schemas['PieceView'];
export type Custody = Schemas['CustodyView'];
export type Counting = Schemas['ResourceView']['counting'];
export type PieceState = Schemas['PieceView']['state'];

export const countings = ['one', 'pieces', 'stock', 'kit'] as const satisfies readonly Counting[];
export const pieceStates = [
  'here',
  'out',
  'outOfService',
  'retired',
] as const satisfies readonly PieceState[];
export const pieceConditions = ['good', 'worn', 'damaged'] as const;
