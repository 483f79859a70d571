import { startNodeServer } from './node.js';

startNodeServer();
