import type { components } from '../../../api/schema.js';
import {
  type ResourceFunction,
  resourceFunctions,
  type UnionBusiness,
  unionBusinesses,
} from '../../../api/classification.js';

type Schemas = components['schemas'];
export type Resource = Schemas['ResourceView'];
export type Grant = Schemas['GrantView'];
export type Block = Schemas['ResourceBlockView'];
export type Party = Schemas['PartyDto'];
export { type ResourceFunction, resourceFunctions, type UnionBusiness, unionBusinesses };
