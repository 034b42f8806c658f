import 'reflect-metadata';
import { runReseal } from '@gongxiang/messaging/service';
import { sealedPlaces } from './persons/sealed-places.js';

await runReseal('affairs', sealedPlaces);
