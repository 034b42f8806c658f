import 'reflect-metadata';
import { runReseal } from '@gongxiang/messaging/service';
import { sealedPlaces } from './matters/sealed-places.js';

await runReseal('affairs', sealedPlaces);
