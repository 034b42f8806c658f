import 'reflect-metadata';
import { loadConfig } from '@gongxiang/observability';
import { GatewayConfig } from './config.js';
import { createGateway } from './gateway.js';

const config = loadConfig(GatewayConfig, process.env);
const app = await createGateway(config);
await app.listen(config.port, config.listenAddress);
